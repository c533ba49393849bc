package io.elt.project;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns YAML 1.2 into values with positions. Plain nodes are used, not a data binder, for a binder forgets where keys stood. */
final class YamlText {

    private static final String MERGE = "<<";
    private static final int MOST_VALUES = 10_000;
    private static final int DEEPEST = 50;

    private final String file;
    private final String[] lines;
    private final boolean literal;
    private final Problems problems = new Problems();
    private int values;

    private YamlText(String file, String text, boolean literal) {
        this.file = file;
        this.lines = text.split("\n", -1);
        this.literal = literal;
    }

    /** Empty if the file holds nothing but comments. */
    static Optional<Value> parse(String file, String text) {
        return new YamlText(file, text, false).compose(text);
    }

    /** A value whose braces are just braces, as everything that does not come from the project. */
    static Value parseLiteral(String origin, String text) {
        SourceSpan whole = SourceSpan.within(origin, text, 0, text.length());
        return new YamlText(origin, text, true)
                .compose(text)
                .orElse(new Value.Scalar("", Value.Kind.TEXT, true, whole));
    }

    private Optional<Value> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setLabel(file)
                // Aliases are bounded by what they unfold to, see MOST_VALUES.
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        Optional<Value> value = composed(settings, text).map(node -> convert(node, 0));
        problems.throwIfErrors();
        return value;
    }

    private Optional<Node> composed(LoadSettings settings, String text) {
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            SourceSpan span = e.getProblemMark().map(this::at).orElse(SourceSpan.ofFile(file));
            String problem = e.getProblem().startsWith("but ") ? e.getProblem().substring(4) : e.getProblem();
            if (e.getContext() == null) {
                throw ProjectErrors.syntax(problem, span).toException();
            }
            String context = e.getContext()
                    + e.getContextMark().map(mark -> " at " + at(mark)).orElse("");
            throw ProjectErrors.syntax(problem, context, span).toException();
        } catch (YamlEngineException e) {
            throw ProjectErrors.syntax(e.getMessage().lines().findFirst().orElse("not YAML"), SourceSpan.ofFile(file))
                    .toException();
        }
    }

    private Value convert(Node node, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw ProjectErrors.tooDeep(span(node)).toException();
        }
        if (node instanceof ScalarNode scalar) {
            return new Value.Scalar(scalar.getValue(), kind(scalar), literal, span(node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Value.Sequence(items, span(node));
        }
        return mapping((MappingNode) node, depth);
    }

    private Value.Mapping mapping(MappingNode node, int depth) {
        Map<String, SourceSpan> seen = new HashMap<>();
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw keyError(tuple.getKeyNode());
            }
            SourceSpan keySpan = span(key);
            SourceSpan first = seen.putIfAbsent(key.getValue(), keySpan);
            if (first != null) {
                problems.add(ProjectErrors.duplicateKey(key.getValue(), first, keySpan));
                continue;
            }
            Value value = convert(tuple.getValueNode(), depth + 1);
            if (key.getValue().equals(MERGE) && key.isPlain()) {
                merged(value).forEach(entry -> {
                    if (!seen.containsKey(entry.key())) {
                        entries.putIfAbsent(entry.key(), entry);
                    }
                });
                continue;
            }
            entries.put(key.getValue(), new Value.Entry(key.getValue(), keySpan, value));
        }
        return new Value.Mapping(List.copyOf(entries.values()), span(node));
    }

    /** What {@code <<: *other} or {@code <<: [*first, *second]} adds. YAML 1.2 dropped it, but everybody writes it. */
    private static List<Value.Entry> merged(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping.entries();
        }
        if (value instanceof Value.Sequence sequence
                && sequence.items().stream().allMatch(Value.Mapping.class::isInstance)) {
            return sequence.items().stream()
                    .flatMap(item -> merged(item).stream())
                    .toList();
        }
        throw ProjectErrors.wrongType(MERGE, "a mapping, such as *name", value).toException();
    }

    private EltException keyError(Node key) {
        boolean braces = key instanceof MappingNode;
        SourceSpan span = span(key);
        return (braces ? ProjectErrors.unquotedTemplate(span) : ProjectErrors.syntax("a key must be a text", span))
                .toException();
    }

    private static Value.Kind kind(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            return Value.Kind.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Value.Kind.DECIMAL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Value.Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Value.Kind.NOTHING : Value.Kind.TEXT;
    }

    private SourceSpan span(Node node) {
        SourceSpan start = at(node.getStartMark().orElseThrow());
        SourceSpan end = at(node.getEndMark().orElseThrow());
        boolean block = end.column() == 1 && end.line() > start.line();
        if (block) {
            // A block ends where the next key starts; for a reader it ends with its own last line.
            return new SourceSpan(file, start.line(), start.column(), start.line(), lineEnd(start.line()));
        }
        return new SourceSpan(file, start.line(), start.column(), end.line(), end.column());
    }

    private int lineEnd(int line) {
        return lines[line - 1].length() + 1;
    }

    /** YAML marks count code points from 0. */
    private SourceSpan at(Mark mark) {
        int index = Math.min(mark.getLine(), lines.length - 1);
        String line = lines[index];
        int points = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
        return SourceSpan.at(file, index + 1, line.offsetByCodePoints(0, points) + 1);
    }
}
