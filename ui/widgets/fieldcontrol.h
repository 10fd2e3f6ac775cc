#pragma once
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/formview.h"

namespace ui {

// Makes the control of `row`'s field; wires its changes to `row`.
FieldControl makeControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label, FieldRow& row);

} // namespace ui
