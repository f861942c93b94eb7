package unroll.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with picture files, or with folders of them, each of a class.
 *
 * @param classes the files by name, those of each class together; one class, without a name, where they lie in the folder itself
 * @param passedOver what else lies there that is not hidden
 */
record PictureFolder(List<PictureClass> classes, List<Path> passedOver) {
    private static final int MOST_NAMES = 3;

    PictureFolder {
        classes = List.copyOf(classes);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Pictures of one kind.
     *
     * @param name of their folder; empty where they are all there is
     */
    record PictureClass(String name, List<Path> files) {
        PictureClass {
            files = List.copyOf(files);
        }
    }

    /**
     * What is in a folder: its own pictures, or else those in the folders directly below.
     *
     * @throws DataException where it cannot be listed
     */
    static PictureFolder of(Path folder) {
        List<String> endings = PictureFile.endings();
        List<Path> own = DataFolder.files(folder, endings);
        List<Path> passedOver = new ArrayList<>(DataFolder.entries(folder));
        passedOver.removeAll(own);
        if (!own.isEmpty()) {
            return new PictureFolder(List.of(new PictureClass("", own)), passedOver);
        }
        List<PictureClass> classes = new ArrayList<>();
        for (Path below : List.copyOf(passedOver)) {
            List<Path> files = Files.isDirectory(below) ? DataFolder.files(below, endings) : List.of();
            if (!files.isEmpty()) {
                classes.add(new PictureClass(String.valueOf(below.getFileName()), files));
                passedOver.remove(below);
                DataFolder.entries(below).stream()
                        .filter(entry -> !files.contains(entry))
                        .forEach(passedOver::add);
            }
        }
        return new PictureFolder(classes, passedOver);
    }

    /** All picture files, class by class. */
    List<Path> files() {
        return classes.stream().flatMap(each -> each.files().stream()).toList();
    }

    /** How many pictures each class has, and what was passed over; nothing where that is all clear. */
    List<String> understood() {
        String named = classes.stream()
                .filter(each -> !each.name().isEmpty())
                .map(each -> each.name() + " (" + each.files().size() + ")")
                .collect(Collectors.joining(", "));
        return Stream.of(named.isEmpty() ? "" : "Pictures by folder: " + named + ".", passed("Passed over: ", "."))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** What was passed over, between two words; empty where nothing was. */
    String passed(String before, String after) {
        if (passedOver.isEmpty()) {
            return "";
        }
        int more = passedOver.size() - MOST_NAMES;
        return before
                + passedOver.stream()
                        .limit(MOST_NAMES)
                        .map(path -> path.getFileName() + (Files.isDirectory(path) ? ", a folder" : ""))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "")
                + after;
    }
}
