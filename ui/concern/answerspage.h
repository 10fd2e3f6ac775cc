#pragma once
#include "core/guide/form.h"
#include <QWidget>

namespace ui {
class Button;
class Notice;
} // namespace ui

namespace ui::concern {

// The answers of New concern before they are recorded, each with Change.
class AnswersPage : public QWidget {
    Q_OBJECT
public:
    struct Answer {
        QString form, title;
        std::vector<core::guide::Line> lines; // every question in order; one without an answer has no text
    };
    explicit AnswersPage(const std::vector<Answer>& answers, QWidget* parent = nullptr);
    void showProblem(const QString& sentence);
    void focusRecord();

signals:
    void changeAsked(const QString& form);
    void recordAsked();
    void backAsked();

private:
    Notice* m_problem;
    Button* m_record;
};

} // namespace ui::concern
