// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"
#include "ui/shortcuts.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace gleaner
{

class PreferencesPage;

/// All preferences, a page for each subject; nothing holds before OK. Deletes itself when it is
/// closed; does not hold up the window.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(
        const Preferences &values, std::vector<Shortcuts::Entry> shortcuts, QWidget *parent);

    /// By its title in the list.
    void choosePage(const QString &title);

Q_SIGNALS:
    void chosen(const gleaner::Preferences &values);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPage(PreferencesPage *page);
    void layOut();
    int listWidth() const;
    /// Beside the page, or above it where that is too narrow.
    void placeList();
    void search(const QString &text);
    void restoreDefaults();
    void check();

    Preferences m_values;
    std::vector<PreferencesPage *> m_pages;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_none;
    QLabel *m_problem;
    QBoxLayout *m_middle;
    int m_wide = 0; ///< from there on the list has its place beside the page
    QPushButton *m_ok = nullptr;
};

} // namespace gleaner
