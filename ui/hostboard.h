// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrules.h"
#include "ui/hostsmodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTreeView;

namespace gleaner
{

/// All hosts of the download that is shown, and what is to be fetched from each: stays open beside
/// the window. What a choice would change stands beside it before it is applied.
///
/// Owned by the window. Changes nothing itself.
class HostBoard : public QDialog
{
    Q_OBJECT

public:
    explicit HostBoard(QWidget *parent);

    /// Nothing for none.
    void setSession(const Session *session);
    /// At most once a second, and only while it is seen. `whyNot` says why nothing can be changed.
    void refresh(const QString &whyNot);

Q_SIGNALS:
    void chosen(const gleaner::CrawlRules &rules);

protected:
    void showEvent(QShowEvent *event) override;

private:
    static constexpr size_t choices = 4; ///< the scope's, and those of HostChoice

    QWidget *makeTable();
    QWidget *makeChoices();
    std::vector<int> chosenRows() const;
    /// With that choice for the chosen hosts; the first is the scope's.
    CrawlRules rulesWith(size_t choice, const std::vector<int> &rows) const;
    void showChoices();
    void showEffects();
    void apply();
    void sortAgain();

    const Session *m_session = nullptr;
    QString m_whyNot;
    qint64 m_refreshedAt = 0; ///< ms; 0 for never
    HostsModel m_model;
    QSortFilterProxyModel m_sorted;
    QLineEdit *m_filter;
    QTreeView *m_table;
    QLabel *m_about;
    std::array<QRadioButton *, choices> m_choices;
    std::array<QLabel *, choices> m_effects;
    QPushButton *m_apply;
};

} // namespace gleaner
