package unroll.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.engine.setting.SettingsException;

/** Plans as people type them: layers {@code h: tanh 100, g: lstm 50} and connections {@code v > h, h > h @1, h > o}. */
public final class PlanText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,23}");
    private static final Pattern LAYER = Pattern.compile("(\\w+)\\s*:\\s*([A-Za-z]+)\\s+(\\d{1,6})");
    private static final Pattern LINK = Pattern.compile("(\\w+)\\s*>\\s*(\\w+)(?:\\s*@\\s*(\\d{1,6}))?");
    private static final String CELLS = Cell.all().stream().map(Cell::toString).collect(Collectors.joining(", "));

    private PlanText() {}

    /**
     * Reads a plan, which may be impossible but for its words.
     *
     * @throws SettingsException that quotes what is no layer or no connection
     */
    public static Plan read(String layers, String links) {
        Set<String> names = new HashSet<>();
        List<Plan.Layer> read = new ArrayList<>();
        for (String text : parts(layers)) {
            Plan.Layer layer = layer(text);
            if (!names.add(layer.name())) {
                throw new SettingsException("layers", "two layers are called " + layer.name());
            }
            read.add(layer);
        }
        Set<Plan.Link> known = new HashSet<>();
        List<Plan.Link> connections = new ArrayList<>();
        for (String text : parts(links)) {
            Plan.Link link = link(text);
            for (String end : List.of(link.from(), link.to())) {
                if (!names.contains(end) && !end.equals(Plan.INPUT) && !end.equals(Plan.OUTPUT)) {
                    throw new SettingsException("connections", "in '" + text + "' no layer is called " + end);
                }
            }
            if (!known.add(link)) {
                throw new SettingsException("connections", "'" + text + "' is there twice");
            }
            connections.add(link);
        }
        return new Plan(read, connections);
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[,;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Plan.Layer layer(String text) {
        Matcher matcher = LAYER.matcher(text);
        if (!matcher.matches()) {
            throw new SettingsException("layers", "'" + text + "' is no layer; write h: tanh 100");
        }
        checkName(matcher.group(1));
        Cell cell = Cell.all().stream()
                .filter(one -> one.toString().equals(matcher.group(2).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new SettingsException("layers", "in '" + text + "' the units are none of " + CELLS));
        int units = Integer.parseInt(matcher.group(3));
        if (units < 1 || units > Plan.MOST_UNITS) {
            throw new SettingsException(
                    "layers", "'" + text + "' has " + units + " units, but a layer has 1 to " + Plan.MOST_UNITS);
        }
        return new Plan.Layer(matcher.group(1), cell, units);
    }

    /**
     * Refuses what cannot be the name of a layer.
     *
     * @throws SettingsException that says why
     */
    public static void checkName(String name) {
        if (name.equals(Plan.INPUT) || name.equals(Plan.OUTPUT)) {
            throw new SettingsException("layers", name + " is the name of the input or the output, not of a layer");
        }
        if (!NAME.matcher(name).matches()) {
            throw new SettingsException(
                    "layers", "'" + name + "' is no name; names are up to 24 letters and digits, the first a letter");
        }
    }

    private static Plan.Link link(String text) {
        Matcher matcher = LINK.matcher(text);
        if (!matcher.matches()) {
            throw new SettingsException(
                    "connections", "'" + text + "' is no connection; write v > h, or h > h @1 for the step before");
        }
        int lag = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (lag > Plan.LONGEST_LAG) {
            throw new SettingsException(
                    "connections", "'" + text + "' reaches further back than " + Plan.LONGEST_LAG + " steps");
        }
        return new Plan.Link(matcher.group(1), matcher.group(2), lag);
    }

    /** The layers of a plan, as {@link #read} reads them. */
    public static String layers(Plan plan) {
        return plan.layers().stream().map(Plan.Layer::toString).collect(Collectors.joining(", "));
    }

    /** The connections of a plan, as {@link #read} reads them. */
    public static String links(Plan plan) {
        return plan.links().stream().map(Plan.Link::toString).collect(Collectors.joining(", "));
    }
}
