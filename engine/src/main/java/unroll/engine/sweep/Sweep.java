package unroll.engine.sweep;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.FolderFiles;
import unroll.engine.record.RunException;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/**
 * An experiment, the ways in which its runs differ, and when each of them has done enough.
 *
 * @param name a short name for people
 * @param about what it is to find out, a few sentences
 * @param base what all runs have in common
 * @param grids for each grid its axes: it has a run for every combination of their values
 * @param stop when a run has done enough
 * @param text the document it was read from
 * @param folder where paths of files begin that begin nowhere in the document
 */
public record Sweep(
        String name, String about, Experiment base, List<List<Axis>> grids, Stop stop, String text, Path folder) {
    public Sweep {
        grids = grids.stream().map(List::copyOf).toList();
    }

    /**
     * The sweep in a file.
     *
     * @throws RunException where it cannot be read
     * @throws SettingsException where it is no sweep
     */
    public static Sweep read(Path file) {
        return read(file, file.resolveSibling(""));
    }

    /** The same of a copy of a document that was in {@code folder}. */
    static Sweep read(Path file, Path folder) {
        return new SweepJson(file.toString(), folder).read(FolderFiles.text(file));
    }

    /**
     * The sweep that a JSON document describes.
     *
     * @param source the document's name, for messages
     * @throws SettingsException where it is none: with document, axis, value, setting, and what to do
     */
    public static Sweep parse(String text, String source) {
        return new SweepJson(source, Path.of("")).read(text);
    }

    /** Whether a JSON document means to be a sweep, right or wrong: an experiment has no such names. */
    public static boolean meant(String text) {
        try {
            return SettingsJson.parse(text, "") instanceof JsonObject document
                    && Stream.of("base", "axes", "grids").anyMatch(document::has);
        } catch (SettingsException e) {
            return false; // reading it will complain
        }
    }

    /** How many runs it has. */
    public long size() {
        return grids.stream()
                .mapToLong(grid ->
                        grid.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact))
                .sum();
    }

    /**
     * Its runs, checked, grid after grid, the last axis turning first.
     *
     * @throws SettingsException where a value cannot be, with axis, value and setting
     * @throws unroll.engine.data.DataException where a file of a task cannot be used
     */
    public List<SweepCell> cells() {
        return Cells.of(this);
    }
}
