// The least a Qt window with ten line edits can be: what the start of the program is measured against.
#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    for (int i = 0; i < 10; ++i)
        column->addWidget(new QLineEdit);
    window.resize(1280, 820);
    window.show();
    return app.exec();
}
