package io.elt.local.bank.truth;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

import static io.elt.local.bank.truth.TestTopics.account;
import static io.elt.local.bank.truth.TestTopics.loanRow;
import static io.elt.local.bank.truth.TestTopics.transactionRow;
import static org.assertj.core.api.Assertions.assertThat;

class BranchTruthTest {
    private final TestTopics topics = new TestTopics();

    @BeforeEach
    void openTwoBranches() {
        topics.district(1, "Lhota", "Podhori").district(2, "Brod", null);
        topics.account(10, 1).account(11, 1).account(20, 2);
    }

    @Test
    void addsUpABranch() {
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00")
                .transaction(2, 10, "930301", "VYDAJ", "100.10")
                .transaction(3, 11, "930201", "VYBER", "0.05")
                .transaction(4, 20, "940101", "PRIJEM", "5.00")
                .loan(1, 10, "1000", "A")
                .loan(2, 11, "200.50", "C")
                .loan(3, 11, "30", "D");
        assertThat(topics.truth().rows().get(0))
                .isEqualTo(new BranchRow(
                        1,
                        "Lhota",
                        "Podhori",
                        2,
                        money("700.00"),
                        money("100.15"),
                        money("599.85"),
                        3,
                        money("1230.50"),
                        money("230.50"),
                        money("30.00"),
                        money("2.0513"),
                        3,
                        LocalDate.of(1993, 3, 1)));
    }

    @Test
    void aBranchWhereNothingHappensIsThereWithZeros() {
        topics.district(3, "Nova Ves", "Zarici");
        assertThat(topics.branch(3))
                .isEqualTo(new BranchRow(
                        3,
                        "Nova Ves",
                        "Zarici",
                        0,
                        money("0.00"),
                        money("0.00"),
                        money("0.00"),
                        0,
                        money("0.00"),
                        money("0.00"),
                        money("0.00"),
                        null,
                        0,
                        null));
    }

    @Test
    void branchesComeInTheOrderOfTheirNumbers() {
        topics.district(-5, "A", "a").district(100, "B", "b").district(3, "C", "c");
        assertThat(topics.truth().rows()).extracting(BranchRow::districtId).containsExactly(-5L, 1L, 2L, 3L, 100L);
    }

    @Test
    void theRatioIsRoundedHalfUpAndMissingWithoutDeposits() {
        topics.transaction(1, 10, "930101", "PRIJEM", "8").loan(1, 10, "1.0004", "A");
        assertThat(topics.truth().topics().get(BankTable.LOAN).quarantined()).isEqualTo(1);
        topics.loan(1, 10, "1.00", "A");
        assertThat(topics.branch(1).loanToDeposit()).isEqualTo(money("0.1250"));
        topics.transaction(1, 10, "930101", "PRIJEM", "16000").loan(1, 10, "2.40", "A");
        assertThat(topics.branch(1).loanToDeposit()).isEqualTo(money("0.0002"));
        topics.transaction(2, 10, "930101", "VYDAJ", "16000");
        assertThat(topics.branch(1).loanToDeposit()).isNull();
        topics.transaction(3, 10, "930101", "VYDAJ", "4.80");
        assertThat(topics.branch(1).loanToDeposit()).isEqualTo(money("-0.5000"));
    }

    @Test
    void theLastGoodEventOfATransactionCounts() {
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00").transaction(1, 20, "930102", "VYDAJ", "50.00");
        assertThat(topics.branch(1).transactions()).isZero();
        assertThat(topics.branch(1).deposits()).isEqualTo(money("0.00"));
        assertThat(topics.branch(2).deposits()).isEqualTo(money("-50.00"));
    }

    @Test
    void aCancelledTransactionCountsNowhereUntilItComesAgain() {
        Row row = transactionRow(1, 10, "930101", "PRIJEM", "700.00");
        topics.created(row).created(row.with("cancelled", true));
        assertThat(topics.branch(1).transactions()).isZero();
        assertThat(topics.branch(1).credits()).isEqualTo(money("0.00"));
        assertThat(topics.branch(1).lastTransaction()).isNull();
        topics.created(row);
        assertThat(topics.branch(1).transactions()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUsedChangesNothing() {
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00").loan(1, 10, "100", "A");
        BranchTruth before = topics.truth();
        topics.raw(BankTable.TRANSACTION, null)
                .raw(BankTable.TRANSACTION, "")
                .raw(
                        BankTable.TRANSACTION,
                        "{\"trans_id\":1,\"account_id\":10,\"date\":\"930231\",\"type\":\"PRIJEM\",\"amount\":1}")
                .raw(
                        BankTable.TRANSACTION,
                        "{\"trans_id\":1,\"account_id\":10,\"date\":\"930201\",\"type\":\"XYZ\",\"amount\":1}")
                .raw(
                        BankTable.TRANSACTION,
                        "{\"trans_id\":1,\"account_id\":5.9,\"date\":\"930201\",\"type\":\"VYDAJ\",\"amount\":1}")
                .raw(BankTable.LOAN, "")
                .raw(BankTable.LOAN, "{\"before\":{\"loan_id\":1},\"after\":null,\"op\":\"x\"}")
                .raw(BankTable.ACCOUNT, "{\"before\":{\"account_id\":10},\"op\":\"d");
        BranchTruth after = topics.truth();
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.quarantined()).isEqualTo(8);
        assertThat(after.topics().get(BankTable.TRANSACTION)).isEqualTo(new TopicCount(6, 5, 1));
        assertThat(after.topics().get(BankTable.LOAN)).isEqualTo(new TopicCount(3, 2, 1));
        assertThat(after.topics().get(BankTable.ACCOUNT)).isEqualTo(new TopicCount(4, 1, 3));
        assertThat(after.firstQuarantined())
                .contains(new QuarantinedRecord("bank.transaction", 0, 1, "the record has no value"))
                .contains(new QuarantinedRecord("bank.transaction", 0, 3, "date is not a day of the calendar"))
                .contains(new QuarantinedRecord(
                        "bank.account", 0, 3, "not JSON: Unexpected end-of-input in VALUE_STRING"));
    }

    @Test
    void aTombstoneMeansNothingAndIsNoDirt() {
        topics.raw(BankTable.ACCOUNT, null).raw(BankTable.DISTRICT, null);
        assertThat(topics.truth().quarantined()).isZero();
        assertThat(topics.truth().topics().get(BankTable.ACCOUNT)).isEqualTo(new TopicCount(4, 0, 3));
    }

    @Test
    void anAccountThatMovesTakesItsHistoryAlong() {
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00").loan(1, 10, "100", "D");
        topics.updated(account(10, 1, "F"), account(10, 2, "F"));
        assertThat(topics.branch(1).accounts()).isEqualTo(1);
        assertThat(topics.branch(1).loans()).isZero();
        assertThat(topics.branch(2))
                .returns(2L, BranchRow::accounts)
                .returns(money("700.00"), BranchRow::deposits)
                .returns(money("100.00"), BranchRow::loansInDebt)
                .returns(LocalDate.of(1993, 1, 1), BranchRow::lastTransaction);
    }

    @Test
    void anAccountThatIsDeletedTakesItsShareAway() {
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00").loan(1, 10, "100", "D");
        topics.deleted(account(10, 1, "F"));
        assertThat(topics.branch(1))
                .returns(1L, BranchRow::accounts)
                .returns(0L, BranchRow::transactions)
                .returns(0L, BranchRow::loans)
                .returns(money("0.00"), BranchRow::loansGranted);
        assertThat(topics.truth().quarantined()).isZero();
    }

    @Test
    void aLoanThatIsDeletedOrChangesItsStatusIsCountedAsItStands() {
        Row running = loanRow(1, 10, "100", "C");
        topics.created(running).updated(running, running.with("status", "D"));
        assertThat(topics.branch(1).loansInDebt()).isEqualTo(money("100.00"));
        topics.updated(running.with("status", "D"), running.with("status", "B"));
        assertThat(topics.branch(1))
                .returns(money("100.00"), BranchRow::loansGranted)
                .returns(money("0.00"), BranchRow::loansRunning)
                .returns(money("0.00"), BranchRow::loansInDebt);
        topics.deleted(running);
        assertThat(topics.branch(1).loans()).isZero();
    }

    @Test
    void anUpdateOfTheKeyRemovesTheFormerRow() {
        topics.updated(account(10, 1, "F"), account(12, 1, "F"));
        topics.transaction(1, 10, "930101", "PRIJEM", "700.00").transaction(2, 12, "930101", "PRIJEM", "1.00");
        assertThat(topics.branch(1)).returns(2L, BranchRow::accounts).returns(money("1.00"), BranchRow::deposits);
    }

    @Test
    void whatBelongsToNobodyCountsNowhere() {
        topics.account(30, 99).transaction(1, 30, "930101", "PRIJEM", "1").transaction(2, 77, "930101", "PRIJEM", "1");
        topics.loan(1, 77, "5", "A").deleted(Row.of(BankTable.DISTRICT, 2L, "Brod"));
        BranchTruth truth = topics.truth();
        assertThat(truth.rows()).hasSize(1);
        assertThat(truth.rows().get(0))
                .returns(0L, BranchRow::transactions)
                .returns(0L, BranchRow::loans)
                .returns(2L, BranchRow::accounts);
        assertThat(truth.quarantined()).isZero();
    }

    @Test
    void sumsMayBeLargerThanAnAmount() {
        for (int i = 0; i < 2_000; i++) {
            topics.transaction(i, 10, "930101", "PRIJEM", "9999999999999.99");
        }
        assertThat(topics.branch(1).credits()).isEqualTo(money("19999999999999980.00"));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
