package unroll.app.chart;

/** A region that draws itself on a canvas, and can do so in more pixels, or with another pen. */
public interface Drawn {
    /** Draws what is seen, in this region's coordinates. */
    void draw(Pen pen);

    /** Draws from now on so many pixels for each point of the screen; 1 is as usual. */
    void sharpen(double pixels);
}
