package io.elt.project;

import java.util.Locale;

/** The layer of the warehouse that a file belongs to, told by the first word of its name. */
public enum Layer {
    ODS,
    DWD,
    DWS,
    ADS,
    DIM,
    NONE;

    public static Layer ofName(String name) {
        int end = name.indexOf('_');
        if (end < 0) {
            return NONE;
        }
        String prefix = name.substring(0, end);
        for (Layer layer : values()) {
            if (layer != NONE && layer.text().equalsIgnoreCase(prefix)) {
                return layer;
            }
        }
        return NONE;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
