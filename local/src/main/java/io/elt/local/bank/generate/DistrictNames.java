package io.elt.local.bank.generate;

import java.util.List;

/** Names of places that do not exist, but could. */
final class DistrictNames {
    private static final List<String> REGIONS = List.of(
            "Kralovsko",
            "stredni Podhori",
            "jizni Podhori",
            "zapadni Podhori",
            "severni Podhori",
            "jizni Zarici",
            "severni Zarici",
            "Zapolsko");
    private static final List<String> STEMS = List.of(
            "Lipnik",
            "Javorec",
            "Borovany",
            "Kamenec",
            "Olsovice",
            "Habrovka",
            "Jedlov",
            "Skalice",
            "Brodek",
            "Vrbatov",
            "Topolany",
            "Rudnice",
            "Mlynec",
            "Zelenov",
            "Tresnov",
            "Klenovice",
            "Hradec",
            "Studenec");
    private static final List<String> BEFORE = List.of("", "Horni ", "Dolni ", "Novy ", "Stary ", "Velky ", "Maly ");
    private static final String CAPITAL = "Kralovo Mesto";

    private DistrictNames() {}

    static String name(int district) {
        if (district == 1) {
            return CAPITAL;
        }
        int index = district - 2;
        String stem = STEMS.get(index % STEMS.size());
        int round = index / STEMS.size();
        if (round < BEFORE.size()) {
            return BEFORE.get(round) + stem;
        }
        return stem + " " + (round - BEFORE.size() + 2);
    }

    /** The capital is a region of its own. */
    static String region(int district, int districts) {
        if (district == 1) {
            return REGIONS.get(0);
        }
        return REGIONS.get(1 + (district - 2) * (REGIONS.size() - 1) / (districts - 1));
    }
}
