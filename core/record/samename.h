#pragma once
#include <QSet>
#include <QString>
#include <vector>

namespace core::record {

// Whether two ways of writing a name may mean one person: the words of one are among those of the other, whatever their
// order, case, accents and titles; an initial stands for a word that begins with it.
bool namesAlike(const QString& a, const QString& b);

// Whom a line that somebody typed may name: "Mr G Prydderch", "Agnieszka and Gethin", "The Prydderch family", "Aisha's
// step-father".
class NamedIn {
public:
    explicit NamedIn(const QString& typed);
    // One word of a name in the record is somebody's only where nothing else was typed with it: "Sarah" is not every
    // Sarah. One word that was typed may be anybody's whose name has it.
    bool hasName(const QString& recorded) const;
    // Not where other words make another of it: a foster mother is not the mother, a head teacher not the teacher.
    bool hasRelation(const QString& recorded) const;

private:
    std::vector<QSet<QString>> m_names, m_relations;
};

} // namespace core::record
