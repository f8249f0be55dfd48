// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderfield.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLineEdit>
#include <QToolButton>

namespace gleaner
{

FolderField::FolderField(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_browse(new QToolButton)
{
    m_field->setAccessibleName(tr("Folder"));
    m_field->setPlaceholderText(tr("Named like the site"));
    // Paths are written from left to right in every language.
    m_field->setLayoutDirection(Qt::LeftToRight);
    m_field->setMinimumWidth(12 * fontMetrics().averageCharWidth());
    connect(m_field, &QLineEdit::textEdited, this, &FolderField::edited);

    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose Folder"));
    m_browse->setIcon(QIcon::fromTheme(QStringLiteral("folder-open")));
    m_browse->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_browse->setFocusPolicy(Qt::StrongFocus);
    connect(m_browse, &QToolButton::clicked, this, &FolderField::choose);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_field, 1);
    row->addWidget(m_browse);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusProxy(m_field);
    // Qt says of both that they have the keyboard.
    setAccessibleName(m_field->accessibleName());
}

QString FolderField::folder() const
{
    return m_field->text();
}

void FolderField::setFolder(const QString &folder)
{
    m_field->setText(folder);
    m_field->setCursorPosition(0);
}

void FolderField::setGivesWay(bool on)
{
    m_givesWay = on;
    updateGeometry();
}

QSize FolderField::sizeHint() const
{
    return m_givesWay ? minimumSizeHint() : QWidget::sizeHint();
}

void FolderField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Save In"), m_field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_field->setText(folder);
        Q_EMIT chosen(folder);
    });
    dialog->open();
}

} // namespace gleaner
