package unroll.engine.music;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.data.DataFolder;

/** Where the MIDI files of a folder are, and which part of the data each belongs to. */
final class MusicFiles {
    static final List<String> ENDINGS = List.of(".mid", ".midi", ".rmi", ".kar");

    /** Folders within folders that are looked into. */
    private static final int DEEPEST = 3;

    private MusicFiles() {}

    /** A part of the data, by the name of its folder. */
    enum Part {
        TRAIN,
        VALID,
        TEST;

        /** Its folder's name. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Part> of(Path folder) {
            String name = String.valueOf(folder.getFileName()).toUpperCase(Locale.ROOT);
            return Stream.of(values()).filter(part -> part.name().equals(name)).findFirst();
        }
    }

    /**
     * A file.
     *
     * @param part that the nearest folder around it is named after; empty where none is
     */
    record Found(Path file, Optional<Part> part) {}

    /**
     * The files in a folder and in the folders inside, by name, those of a folder before those inside.
     *
     * @throws DataException where a folder cannot be listed
     */
    static List<Found> in(Path folder) {
        List<Found> found = new ArrayList<>();
        add(folder, Optional.empty(), 0, found);
        return found;
    }

    private static void add(Path folder, Optional<Part> part, int depth, List<Found> found) {
        DataFolder.files(folder, ENDINGS).forEach(file -> found.add(new Found(file, part)));
        if (depth < DEEPEST) {
            for (Path inside : DataFolder.entries(folder)) {
                if (Files.isDirectory(inside) && Files.isReadable(inside)) {
                    add(inside, Part.of(inside).or(() -> part), depth + 1, found);
                }
            }
        }
    }
}
