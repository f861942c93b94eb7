package unroll.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.VLineTo;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An outline, read by JavaFX' own reader of such words, is as large as the shape and where that is. */
class SvgOutlineTest {
    private static final Random RANDOM = new Random(3);

    private static double any() {
        return 100 * RANDOM.nextDouble();
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Line(any(), any(), any(), any()),
                new Circle(any(), any(), any()),
                new Ellipse(any(), any(), any(), any()),
                new Rectangle(any(), any(), any(), any()),
                rounded(),
                new CubicCurve(any(), any(), any(), any(), any(), any(), any(), any()),
                new CubicCurve(any(), any(), any(), any(), any(), any(), any(), any()),
                new Polygon(any(), any(), any(), any(), any(), any()),
                new Polyline(any(), any(), any(), any(), any(), any()),
                new Path(
                        new MoveTo(any(), any()),
                        new LineTo(any(), any()),
                        new HLineTo(any()),
                        new VLineTo(any()),
                        new QuadCurveTo(any(), any(), any(), any()),
                        new CubicCurveTo(any(), any(), any(), any(), any(), any()),
                        new ArcTo(30, 40, 20, any(), any(), true, false),
                        new ClosePath()));
    }

    private static Rectangle rounded() {
        Rectangle box = new Rectangle(any(), any(), 50 + any(), 50 + any());
        box.setArcWidth(12);
        box.setArcHeight(8);
        return box;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isAsLargeAsTheShape(Shape shape) {
        SVGPath read = new SVGPath();
        read.setContent(SvgOutline.of(shape));
        Shape sized = shape instanceof Line line // which has no size without a stroke
                ? new Polyline(line.getStartX(), line.getStartY(), line.getEndX(), line.getEndY())
                : shape;
        for (Shape one : List.of(sized, read)) {
            one.setStroke(null);
            one.setFill(Color.BLACK);
        }
        Bounds there = read.getLayoutBounds();
        Bounds here = sized.getLayoutBounds();
        Offset<Double> rounding = Offset.offset(0.02);
        assertThat(there.getMinX()).isCloseTo(here.getMinX(), rounding);
        assertThat(there.getMinY()).isCloseTo(here.getMinY(), rounding);
        assertThat(there.getMaxX()).isCloseTo(here.getMaxX(), rounding);
        assertThat(there.getMaxY()).isCloseTo(here.getMaxY(), rounding);
    }
}
