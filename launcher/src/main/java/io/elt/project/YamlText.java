package io.elt.project;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns YAML 1.2 into values with positions. Plain nodes are used, not a data binder, for a binder forgets where keys stood. */
public final class YamlText {

    private static final String MERGE = "<<";

    /** What aliases may add to what is written; a file that unfolds to more is a bomb. */
    private static final int MOST_REPEATED = 10_000;

    private static final int DEEPEST = 50;
    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.COMMENT);

    private final String file;
    private final String[] lines;
    private final boolean literal;
    private final Problems problems = new Problems();
    private final Set<Node> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeated;

    private YamlText(String file, String text, boolean literal) {
        this.file = file;
        this.lines = text.split("\n", -1);
        this.literal = literal;
    }

    /** Empty if the file holds nothing but comments. */
    public static Optional<Value> parse(String file, String text) {
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
                // Aliases are bounded by what they unfold to, see MOST_REPEATED.
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
            String problem = readable(e.getProblem());
            if (e.getContext() == null) {
                throw ProjectErrors.syntax(problem, span).toException();
            }
            String context = e.getContext()
                    + e.getContextMark().map(mark -> " at " + at(mark)).orElse("");
            throw ProjectErrors.syntax(problem, context, span).toException();
        } catch (YamlVersionException e) {
            throw ProjectErrors.yamlVersion(
                            e.getSpecVersion().getMajor() + "."
                                    + e.getSpecVersion().getMinor(),
                            SourceSpan.ofFile(file))
                    .toException();
        } catch (ReaderException e) {
            throw ProjectErrors.notYaml(e.getCodePoint(), atCodePoint(text, e.getPosition()))
                    .toException();
        } catch (StackOverflowError e) {
            throw ProjectErrors.tooDeep(deepest(settings, text)).toException(e);
        } catch (YamlEngineException e) {
            throw ProjectErrors.syntax(e.getMessage().lines().findFirst().orElse("not YAML"), SourceSpan.ofFile(file))
                    .toException();
        }
    }

    /** The parser proposes not to indent with whatever it found; of a tab that is right. */
    private static String readable(String problem) {
        String said = problem.startsWith("but ") ? problem.substring(4) : problem;
        return said.contains("TAB") ? "a tab cannot stand here" : said.replaceFirst("\\. \\(Do not use .*", "");
    }

    private Value convert(Node node, int depth) {
        if (!written.add(node) && ++repeated > MOST_REPEATED) {
            throw ProjectErrors.tooLarge(span(node)).toException();
        }
        if (depth > DEEPEST) {
            throw ProjectErrors.tooDeep(span(node)).toException();
        }
        rejectTag(node);
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

    /** A tag asks for another type than the text says; to pass over it would be another value in silence. */
    private void rejectTag(Node node) {
        if (!TAGS.contains(node.getTag())) {
            problems.add(ProjectErrors.unknownTag(
                    node.getTag().getValue().replaceFirst("^tag:yaml.org,2002:", "!!"), span(node)));
        }
    }

    /** The place where the text is nested too deeply to be read, found without recursion. */
    private SourceSpan deepest(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                return event.getStartMark().map(this::at).orElse(SourceSpan.ofFile(file));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return SourceSpan.ofFile(file);
    }

    private SourceSpan atCodePoint(String text, int position) {
        int offset = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
        return SourceSpan.within(file, text, offset, Math.min(offset + 1, text.length()));
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
