package unroll.engine.series;

import unroll.engine.setting.Setting;

/**
 * What columns are for. Of those that no setting names, numbers are both inputs and targets, and everything else is found or left out.
 *
 * @param time that orders the rows; empty to find it, "none" for the order of the file
 * @param name that tells series in one file apart, or several that do so together, separated by commas; empty to find it, "none" for a
 *     single one
 * @param inputs given to the network and not predicted, separated by commas
 * @param targets predicted and not given
 * @param both given and predicted: if any are named, numbers that no setting names are left out
 * @param leftOut neither given nor predicted
 * @param classes of words, of which each is given as a number of its own that is 0 or 1
 */
public record ColumnSettings(
        @Setting(
                label = "Time",
                help = "The column that orders the rows; empty to find it, 'none' for the order of the file.",
                empty = "found")
        String time,

        @Setting(
                label = "Series name",
                help = "The column that tells several series in one file apart, or several that do so together,"
                        + " separated by commas; empty to find it, 'none' for a single series.",
                empty = "found")
        String name,

        @Setting(
                label = "Inputs only",
                help = "Columns that are given to the network and not predicted, separated by commas: weather, to"
                        + " predict a load.",
                empty = "none")
        String inputs,

        @Setting(
                label = "Targets only",
                help = "Columns that are predicted and not given, separated by commas.",
                empty = "none")
        String targets,

        @Setting(
                label = "Inputs and targets",
                help = "Columns that are given and predicted, separated by commas; empty for all numbers that no other"
                        + " setting names.",
                empty = "all others")
        String both,

        @Setting(
                label = "Left out",
                help = "Columns that are neither given nor predicted, separated by commas.",
                empty = "none")
        String leftOut,

        @Setting(
                label = "Classes",
                help = "Columns of words, separated by commas, of which each word is a number of its own that is 0 or"
                        + " 1.",
                empty = "none")
        String classes) {

    /** Everything is found. */
    public static final ColumnSettings FOUND = new ColumnSettings("", "", "", "", "", "", "");

    /** What says that no column is meant. */
    static final String NONE = "none";
}
