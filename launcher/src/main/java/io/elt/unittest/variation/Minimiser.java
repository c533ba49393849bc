package io.elt.unittest.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds a small part of a list that still shows something, by Zeller's ddmin: it leaves out ever smaller pieces, until
 * nothing can be left out any more.
 */
final class Minimiser<T> {
    private final Predicate<List<T>> shows;
    private final BooleanSupplier isSpent;

    private Minimiser(Predicate<List<T>> shows, BooleanSupplier isSpent) {
        this.shows = shows;
        this.isSpent = isSpent;
    }

    /**
     * @param items shows it
     * @param shows whether a part, in the order of the whole, still shows it
     * @param isSpent whether to be content with what is reached
     */
    static <T> List<T> minimise(List<T> items, Predicate<List<T>> shows, BooleanSupplier isSpent) {
        return new Minimiser<>(shows, isSpent).minimise(items);
    }

    private List<T> minimise(List<T> items) {
        List<T> smallest = items;
        int pieces = 2;
        while (smallest.size() > 1 && !isSpent.getAsBoolean()) {
            List<T> smaller = withoutOnePiece(smallest, pieces);
            if (smaller.size() < smallest.size()) {
                smallest = smaller;
                pieces = Math.max(2, pieces - 1);
                continue;
            }
            if (pieces >= smallest.size()) {
                break;
            }
            pieces = Math.min(smallest.size(), 2 * pieces);
        }
        return smallest;
    }

    private List<T> withoutOnePiece(List<T> items, int pieces) {
        for (int piece = 0; piece < pieces && !isSpent.getAsBoolean(); piece++) {
            int from = items.size() * piece / pieces;
            int to = items.size() * (piece + 1) / pieces;
            List<T> rest = new ArrayList<>(items.subList(0, from));
            rest.addAll(items.subList(to, items.size()));
            if (shows.test(rest)) {
                return rest;
            }
        }
        return items;
    }
}
