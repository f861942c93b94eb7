package unroll.app.gallery;

import java.nio.file.Path;

/**
 * Something that was opened before.
 *
 * @param path where it is, or was
 * @param name what people know it by
 * @param icon what it is
 * @param missing whether it is not there any more
 */
public record RecentItem(Path path, String name, String icon, boolean missing) {}
