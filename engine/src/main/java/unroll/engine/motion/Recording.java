package unroll.engine.motion;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.data.DataException;

/**
 * A motion as a file has it.
 *
 * @param notes what had to be found or assumed besides, a sentence each
 */
public record Recording(Motion motion, List<String> notes) {
    /** How the names of files end that have a motion. */
    static final List<String> ENDINGS = List.of(BvhFile.ENDING, AmcFile.ENDING);

    public Recording {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a motion in the format of its file's ending; BVH where that is none of ours.
     *
     * @throws DataException where it cannot be read, with the place and what is wrong there
     */
    public static Recording read(Path file) {
        if (ends(file, AsfFile.ENDING)) {
            throw new DataException(file, "is a skeleton without a motion; name an AMC file that moves it");
        }
        return ends(file, AmcFile.ENDING) ? AmcFile.read(file) : new Recording(BvhFile.read(file), List.of());
    }

    /** The files of which a motion is read: itself, and its skeleton where that is one of its own and can be found. */
    static List<Path> files(Path motion) {
        Optional<Path> skeleton = ends(motion, AmcFile.ENDING) ? AmcFile.beside(motion) : Optional.empty();
        return skeleton.map(found -> List.of(motion, found)).orElse(List.of(motion));
    }

    private static boolean ends(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
