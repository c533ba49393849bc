package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DiagnosticPrinterTest {

    private static Diagnostic unknownColumn(SourceSpan span) {
        return Diagnostic.error(ErrorCode.COLUMN_NOT_FOUND, "there is no column 'amout'")
                .at(span);
    }

    private static String print(String line, Diagnostic diagnostic) {
        return DiagnosticPrinter.plain((file, number) -> Optional.of(line), new Redactor())
                .print(diagnostic);
    }

    @Test
    void placeLineCaretDetailHint() {
        Diagnostic diagnostic = unknownColumn(new SourceSpan("sql/dws_deposit.sql", 12, 8, 12, 13))
                .withDetail("the table has\namount, day")
                .suggesting("amout", List.of("amount", "day"));
        assertThat(print("SELECT amout", diagnostic))
                .isEqualTo(
                        """
                        sql/dws_deposit.sql:12:8: error[ELT5004]: there is no column 'amout'
                          12 | SELECT amout
                             |        ^^^^^
                          the table has
                          amount, day
                          hint: did you mean 'amount'?
                        """);
    }

    @Test
    void withoutAPlace() {
        assertThat(print(
                        "",
                        Diagnostic.error(ErrorCode.PORT_IN_USE, "port 9030 is in use")
                                .withHint("stop it or use --port-mysql")))
                .isEqualTo(
                        """
                        error[ELT7001]: port 9030 is in use
                          hint: stop it or use --port-mysql
                        """);
    }

    @Test
    void withoutTheFileAtHand() {
        assertThat(DiagnosticPrinter.plain(SourceLines.none(), new Redactor())
                        .print(unknownColumn(SourceSpan.at("gone.sql", 1, 1))))
                .isEqualTo("gone.sql:1:1: error[ELT5004]: there is no column 'amout'\n");
    }

    @Test
    void callersAreNamed() {
        Origin origin = new Origin(SourceSpan.at("macros/money.sql", 2, 1), List.of(SourceSpan.at("sql/a.sql", 9, 3)));
        assertThat(print("x", Diagnostic.error(ErrorCode.SQL_SYNTAX, "bad").at(origin)))
                .isEqualTo(
                        """
                        macros/money.sql:2:1: error[ELT5001]: bad
                          2 | x
                            | ^
                          called from sql/a.sql:9:3
                        """);
    }

    @Test
    void tabsAreWidenedAndTheCaretStaysBelow() {
        assertThat(print("\ta\tamout", unknownColumn(new SourceSpan("f", 1, 4, 1, 9))))
                .contains("  1 |     a   amout\n    |         ^^^^^\n");
    }

    @Test
    void wideCharactersTakeTwoCells() {
        String line = "'金額😀' amout";
        int column = line.indexOf("amout") + 1;
        assertThat(print(line, unknownColumn(new SourceSpan("f", 1, column, 1, column + 5))))
                .contains("  1 | '金額😀' amout\n    |          ^^^^^\n");
    }

    @Test
    void aSpanOverLinesMarksItsFirstLine() {
        assertThat(print("SELECT 'open", unknownColumn(new SourceSpan("f", 1, 8, 3, 1))))
                .contains("    |        ^^^^^\n");
    }

    @Test
    void aPlaceAtTheEndOfTheLineStillHasACaret() {
        assertThat(print("SELECT", unknownColumn(SourceSpan.at("f", 1, 7)))).contains("    |       ^\n");
        assertThat(print("", unknownColumn(SourceSpan.at("f", 1, 1)))).contains("    | ^\n");
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String line = "a".repeat(500) + "amout" + "b".repeat(500);
        assertThat(print(line, unknownColumn(new SourceSpan("f", 1, 501, 1, 506))))
                .contains("  1 | ..." + "a".repeat(40) + "amout" + "b".repeat(115) + "...\n")
                .contains("    | " + " ".repeat(43) + "^^^^^\n");
    }

    @Test
    void controlCharactersCannotReachTheTerminal() {
        assertThat(print("a\u001b[31mb", unknownColumn(SourceSpan.at("f", 1, 1))))
                .doesNotContain("\u001b");
    }

    @Test
    void coloursOnlyIfAsked() {
        Diagnostic diagnostic = unknownColumn(SourceSpan.at("f", 1, 1)).withHint("look");
        assertThat(print("x", diagnostic)).doesNotContain("\u001b");
        assertThat(DiagnosticPrinter.coloured((file, line) -> Optional.of("x"), new Redactor())
                        .print(diagnostic))
                .contains("\u001b[1;31merror[ELT5004]\u001b[0m")
                .contains("\u001b[1mhint:\u001b[0m look");
    }

    @Test
    void secretsAreTakenOutAndTheCaretStaysBelow() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("correct-horse"));
        String line = "password: correct-horse, amout";
        Diagnostic diagnostic = unknownColumn(new SourceSpan("f", 1, 26, 1, 31)).withHint("not correct-horse");
        assertThat(DiagnosticPrinter.plain((file, number) -> Optional.of(line), redactor)
                        .print(diagnostic))
                .isEqualTo(
                        """
                        f:1:26: error[ELT5004]: there is no column 'amout'
                          1 | password: ******, amout
                            |                   ^^^^^
                          hint: not ******
                        """);
    }

    @Test
    void aSpanThatCutsASecretShowsNoPieceOfIt() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("correct-horse"));
        String printed = DiagnosticPrinter.plain((file, number) -> Optional.of("p: correct-horse"), redactor)
                .print(unknownColumn(new SourceSpan("f", 1, 10, 1, 12)));
        assertThat(printed).contains("1 | p: ******\n").doesNotContain("horse").doesNotContain("corr");
    }

    @Test
    void manyAreSeparatedByAnEmptyLine() {
        Diagnostic plain = Diagnostic.error(ErrorCode.USAGE, "no");
        assertThat(DiagnosticPrinter.plain(SourceLines.none(), new Redactor()).print(List.of(plain, plain)))
                .isEqualTo("error[ELT1001]: no\n\nerror[ELT1001]: no\n");
    }

    @Test
    void withoutANearNameTheKnownOnesAreListed() {
        assertThat(Diagnostic.error(ErrorCode.UNKNOWN_TARGET, "no target 'x'")
                        .suggesting("x", List.of("prod", "local"))
                        .hint())
                .contains("known are local, prod");
    }
}
