#pragma once

class QWidget;

namespace ui::shell {

// What of Firsthand is outside its window, and must not be seen once it is locked.
void hideOtherWindows(const QWidget& window); // at once; what runs in them goes on
void closeDialogs();
void forgetWhatWasCopied(); // from here; what was copied elsewhere is not ours to take away

} // namespace ui::shell
