/** Folders that nobody names: {@link Home}, and {@link UserFolders} for what lies where in it. */
@NullMarked
package unroll.engine.home;

import org.jspecify.annotations.NullMarked;
