"""The running program as a screen reader and a keyboard meet it."""
import os
import signal

from desktop import NotThere, until

NAMELESS_IS_FINE = ("filler", "panel", "viewport", "scroll pane", "table cell", "tree item", "list item", "separator")


class Program:
    def __init__(self, desktop, process, home):
        self.desktop, self.process, self.home = desktop, process, home
        self._quick = False
        self._met = None  # what last said that it has the focus
        desktop.on_focus(self._meet)
        until(self._with_window, "a window of the program on the accessibility bus")

    def _pids(self):
        """The process and its children: under strace the program is the child."""
        found, todo = set(), [self.process.pid]
        while todo:
            pid = todo.pop()
            found.add(pid)
            try:
                with open(f"/proc/{pid}/task/{pid}/children") as children:
                    todo += [int(child) for child in children.read().split()]
            except OSError:
                pass
        return found

    def _node(self):
        desk = self.desktop.atspi.get_desktop(0)
        desk.clear_cache()
        pids = self._pids()
        for i in range(desk.get_child_count()):
            child = desk.get_child_at_index(i)
            if child is not None and child.get_process_id() in pids:
                if not self._quick:
                    child.set_cache_mask(self.desktop.atspi.Cache.NONE)  # everything is read afresh
                    self._quick = True
                return Node(self, child)
        return None

    def _with_window(self):
        if self.process.poll() is not None:
            raise NotThere(f"the program ended with {self.process.returncode}: {self.log()[-1500:]}")
        node = self._node()
        return node if node and any(child.showing for child in node.children()) else None

    @property
    def root(self):
        return until(self._node, "the program on the accessibility bus")

    def log(self):
        with open(os.path.join(self.desktop.folder, "program.log"), errors="replace") as log:
            return log.read()

    # -- looking ---------------------------------------------------------------------------------
    def all(self, role=None, name=None, part=None, within=None):
        hits = []
        for node in (within or self.root).walk():
            if role and node.role != role:
                continue
            here = node.name
            if name is not None and here.replace("&", "") != name:
                continue
            if part is not None and part not in here:
                continue
            hits.append(node)
        return hits

    def one(self, role=None, name=None, part=None, within=None, patience=None):
        hits = until(lambda: self.all(role, name, part, within), f"{role or 'something'} named {name or part!r}", patience)
        if len(hits) > 1:
            raise AssertionError(f"{len(hits)} of {role} {name or part!r}: " + "; ".join(map(repr, hits)))
        return hits[0]

    def has(self, role=None, name=None, part=None):
        return bool(self.all(role, name, part))

    def says(self, text, patience=None):
        """A text is on the screen somewhere: in a label or as a name."""
        return until(lambda: any(text in node.name or text in node.text for node in self.root.walk()), f"the words {text!r}", patience)

    def gone(self, role=None, name=None, part=None, patience=None):
        until(lambda: not self.all(role, name, part), f"{role} {name or part!r} to be gone", patience)

    def _meet(self, accessible):
        self._met = accessible

    def forget_focus(self):
        """Before a key that moves the focus: what is said from now on counts."""
        self.desktop.listen(0, lambda: True)
        self._met = None

    def focused(self):
        """What has the focus: what last said so, if it still does; else the whole window is looked through."""
        self.desktop.listen(0.15, lambda: self._met is not None)
        if self._met is not None:
            try:
                node = Node(self, self._met)
                if node.has("focused") and node.showing and node.role not in ("list", "tree", "table", "frame", "dialog", "filler"):
                    if node.role != "list item" or self._list_of(node).has("focused"):
                        return node
            except Exception:
                self._met = None  # it went away
        return self._look_for_focus()

    def _look_for_focus(self):
        found = [node for node in self.root.walk() if node.has("focused")
                 and node.role not in ("frame", "dialog", "window", "application")
                 and (node.role != "list item" or self._list_of(node).has("focused"))]
        return found[-1] if found else None  # the innermost: a group says that it has the focus when its button has

    def _list_of(self, item):
        """A list's current item calls itself focused even while the keyboard is elsewhere: the list knows."""
        return Node(self, item.accessible.get_parent())

    def unnamed(self):
        """Things that take the keyboard and that a screen reader could not name."""
        return [node for node in self.root.walk()
                if node.has("focusable") and not node.name.strip() and not node.labels() and node.role not in NAMELESS_IS_FINE]

    def tree(self, node=None, depth=0):
        node = node or self.root
        states = [s for s in ("focused", "checked", "selected", "editable", "enabled") if node.has(s)]
        lines = ["  " * depth + f"[{node.role}] {node.name!r} {node.text[:80]!r} {' '.join(states)}"]
        if depth < 40:
            for child in node.children():
                if child.showing:
                    lines.append(self.tree(child, depth + 1))
        return "\n".join(lines)

    # -- the keyboard ----------------------------------------------------------------------------
    def tab_to(self, name, role=None, limit=80, key="Tab"):
        """Presses Tab until the thing of that name has the focus: what a person without a mouse does."""
        seen = []
        for _ in range(limit):
            node = self.focused()
            if node is not None:
                called = [node.name.replace("&", ""), *[label.replace("&", "") for label in node.labels()]]
                seen.append(f"{node.role} {called[0]}")
                if any(name == c or c.startswith(name) for c in called) and (role is None or node.role == role):
                    return node
            self.forget_focus()
            self.desktop.press(key)
        raise NotThere(f"Tab never came to {name!r}; it passed " + " · ".join(dict.fromkeys(seen)))

    def tab_to_list(self, name, limit=80):
        """Presses Tab until an item of this list has the focus."""
        for _ in range(limit):
            node = self.focused()
            if node is not None and (node.role == "list item" and self._list_of(node).name == name or node.name == name):
                return node
            self.forget_focus()
            self.desktop.press("Tab")
        raise NotThere(f"Tab never came to the list {name!r}")

    def press(self, name, role=None):
        """Tabs to a button and presses it with the space bar."""
        self.tab_to(name, role)
        self.desktop.press("space")

    def fill(self, name, text, clear=False):
        """Tabs to a field and types; alphabets that the keyboard lacks are pasted."""
        node = self.tab_to(name)
        if clear:
            self.desktop.press("ctrl+a", "Delete")
        if text.isascii() and len(text) < 400:
            self.desktop.type(text)
        else:
            self.desktop.copy(text)
            self.desktop.press("ctrl+v")
        return node

    # -- the end ---------------------------------------------------------------------------------
    def kill(self):
        """As a power cut does: no warning, no tidying."""
        for pid in self._pids():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait(5)

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(8)

    def files_with(self, *markers, folder=None):
        """Files of a folder, or of this home, that hold any of these words, or are named after them."""
        wanted = [marker.encode(code) for marker in markers for code in ("utf-8", "utf-16-le")]
        hits = []
        for folder, folders, files in os.walk(folder or self.home):
            hits += [os.path.join(folder, name) for name in folders + files if any(marker in name for marker in markers)]
            for name in files:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        data = file.read()
                    if any(want in data for want in wanted):
                        hits.append(path)
        return hits


class Node:
    """One accessible thing; every property is asked afresh."""

    def __init__(self, program, accessible):
        self.program, self.accessible = program, accessible
        self.atspi = program.desktop.atspi

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def role(self):
        role = self.accessible.get_role_name() or ""
        return "push button" if role == "button" else role  # newer accessibility libraries say "button"

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def text(self):
        interface = self.accessible.get_text_iface()
        return self.atspi.Text.get_text(interface, 0, -1) if interface else ""

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(self.atspi.StateType, state.upper()))

    @property
    def showing(self):
        return self.has("showing")

    @property
    def box(self):
        box = self.accessible.get_component_iface().get_extents(self.atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def labels(self):
        names = []
        for relation in self.accessible.get_relation_set() or []:
            if relation.get_relation_type() == self.atspi.RelationType.LABELLED_BY:
                names += [relation.get_target(i).get_name() for i in range(relation.get_n_targets())]
        return names

    def children(self):
        found = [self.accessible.get_child_at_index(i) for i in range(self.accessible.get_child_count())]
        return [Node(self.program, child) for child in found if child is not None]

    def walk(self, limit=5000):
        """This and everything under it that is on the screen, in reading order; closed lists and hidden pages are not entered."""
        stack, seen = [self], 0
        while stack and seen < limit:
            node = stack.pop()
            try:
                if not node.showing:
                    continue
                yield node
                seen += 1
                shut = node.role == "combo box" and not node.has("expanded")
                if not shut and node.accessible.get_child_count() <= 2000:
                    stack += reversed(node.children())
            except Exception:
                continue  # it went away while we looked
