package unroll.app.export;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import unroll.app.control.Numbers;
import unroll.engine.setting.Setting;

/** What pictures and films have in common: their colours and the caption below. */
interface PictureFormat {
    /** Describes the pixels for each point of the screen. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(
            label = "Scale",
            help = "Pixels for each point of the screen, across and down; 1 is as on the screen.",
            unit = "\u00d7",
            initial = "2",
            min = 1,
            max = 4)
    @interface Scale {}

    /** Describes the colours of the picture. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(label = "Colours", help = "Whether the picture is light, dark or as in the window.", initial = "as-shown")
    @interface Shade {}

    /** Describes whether there is a caption. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @Setting(label = "Caption", help = "Experiment, update, seeds and date below the picture.", initial = "true")
    @interface Captioned {}

    Colours colours();

    boolean captioned();

    /** How large a picture of a view is, in words. */
    default String size(ExportSubject subject, int scale) {
        long width = Math.round(scale * subject.card().getWidth());
        long height = Math.round(scale * subject.card().getHeight());
        return Numbers.whole(width) + " \u00d7 " + Numbers.whole(height) + " pixels"
                + (captioned() ? " and the caption." : ".");
    }
}
