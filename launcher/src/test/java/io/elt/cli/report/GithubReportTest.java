package io.elt.cli.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class GithubReportTest {
    @TempDir
    private Path folder;

    @Test
    void isOneEscapedLineForEachProblem() {
        Findings findings = Examples.in(folder)
                .findings(Examples.column(), Examples.manyLines(), Examples.inMacro(), Examples.nowhere());

        assertThat(new GithubReport().print(findings).lines())
                .containsExactly(
                        "::error file=sql/dws deposit%2C \u00e9.sql,line=2,col=19,endLine=2,endColumn=23,title=ELT5004::"
                                + "there is no column 'amout'%0A100%25 sure:%0D%0Afirst, second%0Ahint: did you mean 'amount'?",
                        "::error file=sql/dws deposit%2C \u00e9.sql,line=1,col=1,endLine=3,title=ELT5009::too few columns",
                        "::warning file=macros/money.sql,line=1,col=21,endLine=1,endColumn=42,title=ELT5007::"
                                + "****** does not fit",
                        "::error title=ELT2001::there is no elt.yaml");
    }

    @Test
    void pathsStartWhereTheWorkflowDoes() {
        Path below = Path.of("target/github-report-" + ProcessHandle.current().pid());

        assertThat(new GithubReport().print(Examples.in(below).findings(Examples.manyLines())))
                .startsWith("::error file=" + below + "/sql/dws deposit%2C");
    }

    @Test
    void nothingFoundIsNothingPrinted() {
        assertThat(new GithubReport().print(Examples.in(folder).findings())).isEmpty();
    }
}
