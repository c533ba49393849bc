package io.elt.local.bank.truth;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of {@code ads.v_branch_asset_liability}: what a branch owes its customers and what they owe it.
 *
 * @param deposits credits less debits
 * @param loansRunning the granted amounts of the loans with status C or D
 * @param loansInDebt of those, the loans with status D
 * @param loanToDeposit null where there are no deposits to compare with
 * @param lastTransaction null where there is none
 */
public record BranchRow(
        long districtId,
        String district,
        String region,
        long accounts,
        BigDecimal credits,
        BigDecimal debits,
        BigDecimal deposits,
        long loans,
        BigDecimal loansGranted,
        BigDecimal loansRunning,
        BigDecimal loansInDebt,
        BigDecimal loanToDeposit,
        long transactions,
        LocalDate lastTransaction) {}
