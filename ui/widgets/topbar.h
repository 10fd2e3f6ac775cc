#pragma once
#include "ui/widgets/card.h"

class QHBoxLayout;
class QLineEdit;

namespace ui {
class Button;
class PlainLabel;

// Brand or ‹ Home, search over all cases, Hide, who is here.
class TopBar : public Ground {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setHome(bool atHome);                 // at home: the brand; else the way back
    void setWho(const QString& who);           // "Ruth Adeyemi · lead"
    void setUnlocked(bool unlocked);           // without it there is only the brand
    void setKeptOpenUntil(const QTime& until); // null: not kept open
    void setLow(bool low);                     // a low window gives its lines to the page
    QLineEdit* search() const { return m_search; }
    Button* hide() const { return m_hide; }
    Button* menuButton() const { return m_menu; }

signals:
    void homeAsked();
    void hideAsked();
    void searchTyped(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit(int width);
    QHBoxLayout* m_across;
    PlainLabel* m_brand;
    Button* m_home;
    QLineEdit* m_search;
    PlainLabel* m_kept;
    Button* m_hide;
    Button* m_menu;
    bool m_unlocked = false;
    bool m_atHome = true;
    QString m_who;
};

// Short facts about the record: entries checked, record mark. Keeps its line where there is nothing to say, so that
// what stands above does not move.
class FootBar : public Ground {
    Q_OBJECT
public:
    explicit FootBar(QWidget* parent = nullptr);
    void setFacts(const QStringList& facts);

private:
    PlainLabel* m_text;
};

} // namespace ui
