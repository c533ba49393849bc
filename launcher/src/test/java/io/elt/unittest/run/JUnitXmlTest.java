package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.CaseText;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestFile;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class JUnitXmlTest {
    private static final List<TestCase> CASES = CaseText.read(
            """
            - {name: passes, file: f, expect: {t: []}}
            - {name: "fails <&> \\"]]>\\" \\x07", file: f, expect: {t: []}}
            - {name: cannot run, file: f, expect: {t: []}}
            - {name: waits, file: f, expect: {t: []}}
            """);

    @Test
    void isWhatCiSystemsRead() throws Exception {
        TestFile file = new TestFile("tests/a.yaml", "", CASES);
        TestFile other = new TestFile("tests/b.yaml", "", CASES);
        Diagnostic problem =
                Diagnostic.error(ErrorCode.TEST_ROWS_DIFFER, "a <b> & c").withDetail("x ]]> y");

        Element root = parse(JUnitXml.of(
                        List.of(
                                result(file, 0, CaseResult.Status.PASSED, List.of()),
                                result(file, 1, CaseResult.Status.FAILED, List.of(problem)),
                                result(other, 2, CaseResult.Status.ERROR, List.of(problem)),
                                result(other, 3, CaseResult.Status.SKIPPED, List.of())),
                        each -> each.message() + "\n" + each.detail().orElse("")))
                .getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("4");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getAttribute("skipped")).isEqualTo("1");
        assertThat(root.getAttribute("time")).isEqualTo("6.000");
        assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        Element failed = (Element) root.getElementsByTagName("testcase").item(1);
        assertThat(failed.getAttribute("name")).isEqualTo("fails <&> \"]]>\" \uFFFD");
        assertThat(failed.getAttribute("classname")).isEqualTo("tests/a");
        assertThat(failed.getAttribute("line")).isEqualTo("2");
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("ELT6101");
        assertThat(failure.getAttribute("message")).isEqualTo("a <b> & c");
        assertThat(failure.getTextContent()).isEqualTo("a <b> & c\nx ]]> y");
        assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    private static CaseResult result(TestFile file, int test, CaseResult.Status status, List<Diagnostic> problems) {
        return new CaseResult(
                file,
                CASES.get(test),
                status,
                Duration.ofMillis(1500),
                1,
                problems,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
