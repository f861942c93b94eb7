package unroll.engine.record;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What people wrote about a run.
 *
 * @param name what they call it, one line; empty where it is called as its experiment
 * @param tags short words, each once
 * @param notes any text
 */
public record Remarks(String name, List<String> tags, String notes) {
    /** Of a run about which nothing was written. */
    public static final Remarks NONE = new Remarks("", List.of(), "");

    private static final String NAME = "name:";
    private static final String TAGS = "tags:";

    public Remarks {
        name = name.strip().replaceAll("\\s+", " ");
        tags = tags(String.join(" ", tags));
    }

    /** Of the text of its label, a line for the name and a line for the tags, and of its notes. */
    static Remarks of(String label, String notes) {
        return new Remarks(line(label, NAME), tags(line(label, TAGS)), notes);
    }

    private static String line(String label, String head) {
        return label.lines()
                .map(String::strip)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(head))
                .map(line -> line.substring(head.length()))
                .findFirst()
                .orElse("");
    }

    /** The tags of a line in which commas or spaces stand between them. */
    public static List<String> tags(String line) {
        return Stream.of(line.split("[\\s,]+", -1))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** Name and tags as they are kept; empty where there are none. */
    String label() {
        return (name.isEmpty() ? "" : NAME + " " + name + "\n")
                + (tags.isEmpty() ? "" : TAGS + " " + String.join(" ", tags) + "\n");
    }

    /** What people call the run, whose experiment is called so. */
    public String nameOr(String experiment) {
        return name.isEmpty() ? experiment : name;
    }

    /** The same with another name. */
    public Remarks withName(String other) {
        return new Remarks(other, tags, notes);
    }

    /** The same with other notes. */
    public Remarks withNotes(String other) {
        return new Remarks(name, tags, other);
    }
}
