package unroll.app.export;

/** What is filmed. */
interface Reel {
    /** How many frames there are. */
    int frames();

    /** The page on which they are seen one after the other. */
    PicturePage page();

    /**
     * Finds out what is seen in a frame, from 0; on a thread that may wait.
     *
     * @return has the page show it, on the window's thread
     */
    Runnable prepare(int frame);
}
