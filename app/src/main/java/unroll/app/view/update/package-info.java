/** What went on inside an update: {@link UpdateView}. */
@NullMarked
package unroll.app.view.update;

import org.jspecify.annotations.NullMarked;
