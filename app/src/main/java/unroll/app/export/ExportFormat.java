package unroll.app.export;

import java.util.List;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;

/** A kind of file that a view can become, with the settings that such a file has. */
sealed interface ExportFormat permits PngFormat, SvgFormat, CsvFormat, FilmFormat, MidiFormat {
    /** One of each kind with its first settings, in the order in which they are offered. */
    static List<ExportFormat> all() {
        return Schema.choices(ExportFormat.class).stream()
                .map(kind -> (ExportFormat) Schema.of(kind).initial())
                .toList();
    }

    /** How it is named: its files end with the name. */
    default Kind kind() {
        return Schema.kind(getClass());
    }

    /** Whether a view can become such a file. */
    boolean possible(ExportSubject subject);

    /** The nearest format that a view can become, if it can become one of this kind. */
    default ExportFormat within(ExportSubject subject) {
        return this;
    }

    /** Why a view cannot become a file with these settings; empty where it can. */
    default String refusal(ExportSubject subject) {
        return "";
    }

    /** What the file will be, in a sentence. */
    String summary(ExportSubject subject);
}
