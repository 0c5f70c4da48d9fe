/** How letters look. */
@NullMarked
package org.lethe.mail.render;

import org.jspecify.annotations.NullMarked;
