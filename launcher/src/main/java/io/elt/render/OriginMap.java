package io.elt.render;

import io.elt.diagnostic.Origin;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.SourceFile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Leads from an offset of rendered text to the place where it was written. */
final class OriginMap {

    /** @param verbatim whether the text after {@code start} is, letter by letter, that of the place */
    private record Segment(int start, Place place, boolean verbatim, List<Place> callers) {}

    /** Rendered text without its marks, and the map made of them. */
    record Unmarked(String text, OriginMap origins) {}

    private final List<Segment> segments;

    private OriginMap(List<Segment> segments) {
        this.segments = segments;
    }

    static Unmarked unmark(String marked, SourceFile file, Places places) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Segment> segments = new ArrayList<>();
        Deque<Place> open = new ArrayDeque<>();
        segments.add(new Segment(0, new Place(file, 0, file.text().length()), true, List.of()));
        int at = 0;
        while (at < marked.length()) {
            if (!Marks.isMark(marked, at)) {
                text.append(marked.charAt(at++));
                continue;
            }
            Place place = places.at(Marks.number(marked, at));
            switch (marked.charAt(at)) {
                case Marks.TEXT -> segments.add(new Segment(text.length(), place, true, List.copyOf(open)));
                case Marks.OPEN -> {
                    segments.add(new Segment(text.length(), place, false, List.copyOf(open)));
                    open.push(place);
                }
                default -> {
                    open.pop();
                    Place after = new Place(
                            place.file(), place.end(), place.file().text().length());
                    segments.add(new Segment(text.length(), after, true, List.copyOf(open)));
                }
            }
            at += Marks.LENGTH;
        }
        return new Unmarked(text.toString(), new OriginMap(segments));
    }

    Origin origin(int start, int end) {
        Segment first = at(start);
        Segment last = at(Math.max(start, end - 1));
        SourceSpan from = span(first, start);
        List<SourceSpan> callers = first.callers().stream().map(Place::span).toList();
        boolean sameBody = first.place().file().equals(last.place().file())
                && first.callers().equals(last.callers());
        SourceSpan to = sameBody ? span(last, Math.max(start, end - 1)) : from;
        boolean forward =
                to.endLine() > from.line() || (to.endLine() == from.line() && to.endColumn() >= from.endColumn());
        SourceSpan whole =
                forward ? new SourceSpan(from.file(), from.line(), from.column(), to.endLine(), to.endColumn()) : from;
        return new Origin(whole, callers);
    }

    /** The parts of the text that templates computed, as opposed to those that stand in a file. */
    List<RenderedSql.Range> computed(int length) {
        List<RenderedSql.Range> ranges = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            int end = i + 1 < segments.size() ? segments.get(i + 1).start() : length;
            if (!segments.get(i).verbatim() && end > segments.get(i).start()) {
                ranges.add(new RenderedSql.Range(segments.get(i).start(), end));
            }
        }
        return ranges;
    }

    /** Whether {@code [start, end)} stands letter by letter in one file. */
    boolean isVerbatim(int start, int end) {
        Segment segment = at(start);
        return segment.verbatim() && segment == at(Math.max(start, end - 1));
    }

    private Segment at(int offset) {
        // Of several segments that start here the last one holds the text; the others are empty.
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return segments.get(low);
    }

    private static SourceSpan span(Segment segment, int offset) {
        Place place = segment.place();
        if (!segment.verbatim()) {
            return place.span();
        }
        int start = Math.min(place.start() + offset - segment.start(), place.end());
        return SourceSpan.within(
                place.file().path(), place.file().text(), start, Math.min(start + 1, Math.max(start, place.end())));
    }
}
