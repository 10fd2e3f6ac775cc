#pragma once
#include "ui/style/theme.h"
#include <QFrame>

class QVBoxLayout;

namespace ui {

// A white sheet with rounded corners. `content()` is its layout; addRow puts a dividing line between rows.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    QVBoxLayout* content() const { return m_content; }
    void addRow(QWidget* row);
    void clear();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_content;
    int m_rows = 0;
};

// A hair line in the theme's line colour, across or down.
class Rule : public QWidget {
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Orientation m_orientation;
};

// A plain widget painted in one colour of the theme: page grounds, bars.
class Ground : public QWidget {
    Q_OBJECT
public:
    explicit Ground(Colour colour, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Colour m_colour;
};

} // namespace ui
