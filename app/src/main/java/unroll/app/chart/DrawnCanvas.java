package unroll.app.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

/** A region that draws all of itself anew on a canvas at each layout, in whole pixels and as sharp as is wanted. */
public abstract class DrawnCanvas extends Region implements Drawn {
    private final Canvas canvas = new Canvas();
    private double pixels = 1;

    @SuppressWarnings("this-escape") // a region's list of children looks at nothing of a subclass
    protected DrawnCanvas() {
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
    }

    /** Finds out where everything lies, before it is drawn; in this region's coordinates. */
    protected void arrange(double width, double height) {}

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(pixels * width);
        canvas.setHeight(pixels * height);
        arrange(width, height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(new Affine());
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.scale(pixels, pixels);
        draw(new CanvasPen(g));
    }

    @Override
    public final void sharpen(double wanted) {
        pixels = wanted;
        canvas.getTransforms().setAll(Transform.scale(1 / wanted, 1 / wanted));
        requestLayout();
    }
}
