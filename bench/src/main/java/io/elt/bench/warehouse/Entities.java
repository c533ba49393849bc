package io.elt.bench.warehouse;

import java.util.List;

/** Names of a bank's things, as many different ones as are asked for. */
final class Entities {
    private static final List<String> AREAS = List.of(
            "retail", "corporate", "card", "loan", "treasury", "payment", "risk", "branch", "online", "insurance");

    private static final List<String> THINGS = List.of(
            "account",
            "contract",
            "client",
            "limit",
            "fee",
            "transfer",
            "statement",
            "rating",
            "collateral",
            "order",
            "schedule",
            "position",
            "mandate",
            "device");

    private int next;

    String next() {
        int index = next++;
        int round = index / (AREAS.size() * THINGS.size());
        String name = AREAS.get(index % AREAS.size()) + "_" + THINGS.get(index / AREAS.size() % THINGS.size());
        return round == 0 ? name : name + "_" + (round + 1);
    }
}
