package unroll.app.export;

import java.util.Locale;

/** The kinds of files that a view becomes. */
enum Format {
    PNG("A picture in pixels"),
    SVG("A drawing that stays sharp at any size and can be edited"),
    CSV("The numbers, for other programs"),
    GIF("A film that plays everywhere, in 256 colours"),
    MP4("A film in all colours, for slides and players");

    private final String help;

    Format(String help) {
        this.help = help;
    }

    String help() {
        return help;
    }

    /** What its file's name ends with, with the dot. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    boolean film() {
        return this == GIF || this == MP4;
    }

    /** Whether it is made of pixels. */
    boolean pixels() {
        return this == PNG || film();
    }
}
