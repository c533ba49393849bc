package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;

import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report that CI systems read: a suite for each file of cases. */
public final class JUnitXml {
    private final Function<Diagnostic, String> printer;
    private final StringWriter text = new StringWriter();

    private JUnitXml(Function<Diagnostic, String> printer) {
        this.printer = printer;
    }

    /**
     * @param printer tells a problem in full, without colours
     */
    public static String of(List<CaseResult> results, Function<Diagnostic, String> printer) {
        JUnitXml report = new JUnitXml(printer);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(report.text);
            xml.writeStartDocument("UTF-8", "1.0");
            report.suites(xml, results);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes all XML", e);
        }
        return report.text + "\n";
    }

    private void suites(XMLStreamWriter xml, List<CaseResult> results) throws XMLStreamException {
        Map<String, List<CaseResult>> suites = results.stream()
                .collect(
                        Collectors.groupingBy(result -> result.file().path(), LinkedHashMap::new, Collectors.toList()));
        start(xml, "testsuites", 0);
        xml.writeAttribute("name", "elt test");
        counts(xml, results);
        for (Map.Entry<String, List<CaseResult>> suite : suites.entrySet()) {
            start(xml, "testsuite", 1);
            xml.writeAttribute("name", suite.getKey());
            counts(xml, suite.getValue());
            for (CaseResult result : suite.getValue()) {
                testCase(xml, result);
            }
            end(xml, 1);
        }
        end(xml, 0);
    }

    private void testCase(XMLStreamWriter xml, CaseResult result) throws XMLStreamException {
        start(xml, "testcase", 2);
        xml.writeAttribute("name", clean(result.test().name()));
        xml.writeAttribute("classname", result.file().path().replaceFirst("\\.ya?ml$", ""));
        xml.writeAttribute("file", result.file().path());
        xml.writeAttribute("line", String.valueOf(result.test().span().line()));
        xml.writeAttribute("time", seconds(result.time()));
        switch (result.status()) {
            case PASSED -> {}
            case SKIPPED -> {
                start(xml, "skipped", 3);
                xml.writeEndElement();
            }
            case FAILED -> problems(xml, "failure", result);
            case ERROR -> problems(xml, "error", result);
        }
        end(xml, 2);
    }

    private void problems(XMLStreamWriter xml, String element, CaseResult result) throws XMLStreamException {
        Diagnostic first = result.problems().get(0);
        start(xml, element, 3);
        xml.writeAttribute("message", clean(first.message()));
        xml.writeAttribute("type", first.code().text());
        xml.writeCharacters(clean(result.problems().stream().map(printer).collect(Collectors.joining("\n"))));
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, List<CaseResult> results) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", count(results, CaseResult.Status.FAILED::equals));
        xml.writeAttribute("errors", count(results, CaseResult.Status.ERROR::equals));
        xml.writeAttribute("skipped", count(results, CaseResult.Status.SKIPPED::equals));
        xml.writeAttribute(
                "time", seconds(results.stream().map(CaseResult::time).reduce(Duration.ZERO, Duration::plus)));
    }

    private static String count(List<CaseResult> results, Predicate<CaseResult.Status> status) {
        return String.valueOf(
                results.stream().map(CaseResult::status).filter(status).count());
    }

    private static void start(XMLStreamWriter xml, String element, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(point -> isXml(point) ? point : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
