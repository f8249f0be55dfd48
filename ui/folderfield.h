// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace gleaner
{

/// A folder: typed, or chosen in the desktop's dialog. Owned by a form; knows nothing of the disk.
class FolderField : public QWidget
{
    Q_OBJECT

public:
    explicit FolderField(QWidget *parent = nullptr);

    QLineEdit *field() { return m_field; }
    QToolButton *button() { return m_browse; }
    QString folder() const;
    /// Its beginning is seen, which says more than its end.
    void setFolder(const QString &folder);

    /// Whether what stands beside it has its room before the path is seen in full.
    void setGivesWay(bool on);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// By a person.
    void edited(const QString &folder);
    void chosen(const QString &folder);

private:
    void choose();

    QLineEdit *m_field;
    bool m_givesWay = false;
    QToolButton *m_browse;
};

} // namespace gleaner
