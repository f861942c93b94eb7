package unroll.app.export;

import unroll.engine.setting.Kind;

/** A drawing in lines and letters. */
@Kind(name = "svg", label = "SVG", help = "A drawing that stays sharp at any size and can be edited.")
record SvgFormat(
        @PictureFormat.Shade Colours colours,
        @PictureFormat.Captioned boolean captioned) implements ExportFormat, PictureFormat {
    @Override
    public boolean possible(ExportSubject subject) {
        return true;
    }

    @Override
    public String summary(ExportSubject subject) {
        return "Sharp at any size.";
    }
}
