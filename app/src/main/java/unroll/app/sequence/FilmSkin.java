package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import unroll.app.chart.GreyMap;
import unroll.app.chart.Pixels;

/** Places the films' pictures in a row, each enlarged by a whole number so that every pixel is equally large. */
final class FilmSkin extends SkinBase<FilmView> {
    private static final double GAP = 12;
    private static final double CAPTION_GAP = 6;

    /** Of a caption; more would leave too little to the pictures. */
    private static final int MOST_LINES = 2;

    private final List<Pixels> pictures = new ArrayList<>();
    private final List<Region> frames = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private GreyMap map;

    FilmSkin(FilmView view) {
        super(view);
        map = view.colours();
        registerChangeListener(view.filmProperty(), change -> show());
        registerChangeListener(view.timeProperty(), change -> paint());
        view.colourProperties()
                .forEach(colour -> registerChangeListener(colour, change -> {
                    map = view.colours();
                    paint();
                }));
        show();
    }

    private void show() {
        Film film = getSkinnable().filmProperty().get();
        if (film.strips().size() != pictures.size()) {
            build(film.strips().size());
        }
        for (int i = 0; i < pictures.size(); i++) {
            String caption = film.strips().get(i).caption();
            if (!captions.get(i).getText().equals(caption)) {
                captions.get(i).setText(caption);
                getSkinnable().requestLayout();
            }
        }
        paint();
    }

    private void build(int count) {
        pictures.clear();
        frames.clear();
        captions.clear();
        getChildren().clear();
        for (int i = 0; i < count; i++) {
            Pixels picture = new Pixels();
            Region frame = new Region();
            frame.getStyleClass().add("film-frame");
            frame.setManaged(false);
            Label caption = new Label();
            caption.getStyleClass().add("film-caption");
            caption.setWrapText(true);
            caption.setAlignment(Pos.TOP_LEFT);
            caption.setManaged(false);
            pictures.add(picture);
            frames.add(frame);
            captions.add(caption);
            getChildren().addAll(frame, picture.view(), caption);
        }
        getSkinnable().requestLayout();
    }

    private void paint() {
        Film film = getSkinnable().filmProperty().get();
        int time = Math.clamp(getSkinnable().timeProperty().get(), 0, Math.max(0, film.steps() - 1));
        for (int i = 0; i < pictures.size(); i++) {
            float[][] all = film.strips().get(i).frames();
            float[] frame = time < all.length ? all[time] : new float[0];
            boolean seen = frame.length == film.width() * film.height();
            pictures.get(i).view().setVisible(seen);
            if (seen) {
                pictures.get(i).paint(film.width(), film.height(), (x, y) -> map.colour(frame[y * film.width() + x]));
            }
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        Film film = getSkinnable().filmProperty().get();
        int count = pictures.size();
        if (count == 0) {
            return;
        }
        boolean captioned =
                film.strips().stream().anyMatch(strip -> !strip.caption().isEmpty());
        double one = captioned ? captions.getFirst().prefHeight(-1) : 0;
        double line = captioned ? one + CAPTION_GAP : 0;
        double enlarged = enlarged(film, width, height - line);
        double higher = captioned ? Math.min(MOST_LINES * one, captionHeight(film.width() * enlarged)) : 0;
        if (higher > one) {
            line = higher + CAPTION_GAP;
            enlarged = enlarged(film, width, height - line);
        }
        double wide = film.width() * enlarged;
        double high = film.height() * enlarged;
        double left = Math.round(x + (width - count * wide - (count - 1) * GAP) / 2);
        double top = Math.round(y + (height - high - line) / 2);
        for (int i = 0; i < count; i++) {
            double at = left + i * (wide + GAP);
            frames.get(i).resizeRelocate(at - 1, top - 1, wide + 2, high + 2);
            pictures.get(i).view().relocate(at, top);
            pictures.get(i).place(new Rectangle2D(0, 0, film.width(), film.height()), wide, high);
            captions.get(i).resizeRelocate(at, top + high + CAPTION_GAP, wide, Math.max(0, line - CAPTION_GAP));
        }
    }

    /** How many points a pixel has where pictures side by side fill so much room. */
    private double enlarged(Film film, double width, double height) {
        int count = pictures.size();
        double room = (width - GAP * (count - 1)) / count;
        double scale = Math.min(room / film.width(), height / film.height());
        return scale >= 2 ? Math.floor(scale) : Math.max(scale, 0.1);
    }

    private double captionHeight(double wide) {
        return captions.stream()
                .mapToDouble(caption -> caption.prefHeight(wide))
                .max()
                .orElse(0);
    }
}
