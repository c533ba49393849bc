package io.elt.unittest;

import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Fields;
import io.elt.project.Value;
import io.elt.project.YamlText;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the cases of one file. */
final class CaseReader {
    private final Fixtures fixtures;
    private final ZoneId zone;
    private final Problems problems;

    /**
     * @param zone of times without one
     * @param problems gets all that is wrong
     */
    CaseReader(Fixtures fixtures, ZoneId zone, Problems problems) {
        this.fixtures = fixtures;
        this.zone = zone;
        this.problems = problems;
    }

    /** The cases that can be read. */
    List<TestCase> read(String path, String text) {
        Optional<Value> value =
                problems.attempt(() -> YamlText.parse(path, text)).flatMap(parsed -> parsed);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Value.Sequence sequence)) {
            problems.add(TestFileErrors.notCases(path, value.get()));
            return List.of();
        }
        List<TestCase> cases = new ArrayList<>();
        for (Value item : sequence.items()) {
            problems.attempt(() -> read(item)).flatMap(test -> test).ifPresent(cases::add);
        }
        rejectRepeatedNames(cases);
        return cases;
    }

    private Optional<TestCase> read(Value item) {
        if (!(item instanceof Value.Mapping mapping)) {
            throw TestFileErrors.wrongType("a case", "a mapping", item).toException();
        }
        Fields fields = Fields.of(mapping, "a case", problems);
        Optional<Value.Scalar> name = fields.requiredText("name");
        List<Value.Scalar> files = files(fields, mapping.span());
        List<TestCase.Rows> given = tables(fields, "given");
        List<TestCase.Rows> expect = tables(fields, "expect");
        if (fields.value("expect").isEmpty()) {
            problems.add(TestFileErrors.missing("expect", mapping.span()));
        }
        Map<String, Value> variables = new LinkedHashMap<>();
        fields.entries("vars").forEach(entry -> variables.put(entry.key(), entry.value()));
        Optional<Instant> now = fields.text("now").flatMap(this::instant);
        TestCase.Orders orders = fields.value("orders")
                .map(value -> OrdersReader.read(value, problems))
                .orElse(TestCase.Orders.ANY);
        fields.rejectOthers();
        return name.map(text -> new TestCase(text.text(), files, given, expect, variables, now, orders, text.span()));
    }

    private List<Value.Scalar> files(Fields fields, SourceSpan span) {
        Optional<Value> one = fields.value("file");
        Optional<Value> several = fields.value("files");
        if (one.isEmpty() && several.isEmpty()) {
            problems.add(TestFileErrors.missing("file", span));
        }
        List<Value.Scalar> files = new ArrayList<>();
        for (Value value :
                List.of(one, several).stream().flatMap(Optional::stream).toList()) {
            List<Value> items = value instanceof Value.Sequence sequence ? sequence.items() : List.of(value);
            for (Value item : items) {
                if (item instanceof Value.Scalar scalar) {
                    files.add(scalar);
                    continue;
                }
                problems.add(TestFileErrors.wrongType("the file", "a name", item));
            }
        }
        return files;
    }

    private List<TestCase.Rows> tables(Fields fields, String key) {
        List<TestCase.Rows> tables = new ArrayList<>();
        for (Value.Entry entry : fields.entries(key)) {
            problems.attempt(() -> rows(entry, key)).ifPresent(tables::add);
        }
        return tables;
    }

    /** A list of rows, or a mapping that says more about it. */
    private TestCase.Rows rows(Value.Entry entry, String key) {
        Value value = entry.value();
        TestCase.Kind kind = TestCase.Kind.ROWS;
        Optional<Value.Mapping> defaults = Optional.empty();
        if (value instanceof Value.Mapping mapping) {
            Fields fields = Fields.of(mapping, "'" + entry.key() + "'", problems);
            Optional<Value> fixture = fields.value("fixture");
            Optional<Value> csv = fields.value("csv");
            Optional<Value> rows = fields.value("rows");
            Optional<Value> changes = key.equals("expect") ? fields.value("changes") : Optional.empty();
            defaults = fields.value("defaults").map(TestRows::mapping);
            fields.rejectOthers();
            if (changes.isPresent()) {
                kind = TestCase.Kind.CHANGES;
            }
            List<Value> sources = List.of(fixture, csv, rows, changes).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (sources.size() != 1) {
                throw TestFileErrors.wrongType(
                                "'" + entry.key() + "'",
                                "a list of rows, or a mapping with one of rows, "
                                        + (key.equals("expect") ? "changes, " : "") + "csv and fixture",
                                value)
                        .toException();
            }
            if (fixture.isPresent() || csv.isPresent()) {
                List<Value> items = fixture.map(name -> fixtures.named(TestRows.scalar(name)))
                        .orElseGet(() -> fixtures.csv(TestRows.scalar(csv.orElseThrow())));
                return new TestCase.Rows(entry.key(), entry.keySpan(), kind, items, defaults, Optional.empty());
            }
            value = sources.get(0);
        }
        if (!(value instanceof Value.Sequence list)) {
            throw TestFileErrors.wrongType("'" + entry.key() + "'", "a list of rows", value)
                    .toException();
        }
        return new TestCase.Rows(entry.key(), entry.keySpan(), kind, list.items(), defaults, Optional.of(list));
    }

    private Optional<Instant> instant(Value.Scalar value) {
        Optional<Instant> time = TimeText.instant(value.text(), zone);
        if (time.isEmpty()) {
            problems.add(TestFileErrors.badTime(value));
        }
        return time;
    }

    private void rejectRepeatedNames(List<TestCase> cases) {
        Map<String, SourceSpan> seen = new HashMap<>();
        for (TestCase test : cases) {
            SourceSpan first = seen.putIfAbsent(test.name(), test.span());
            if (first != null) {
                problems.add(TestFileErrors.nameTaken(test.name(), first, test.span()));
            }
        }
    }
}
