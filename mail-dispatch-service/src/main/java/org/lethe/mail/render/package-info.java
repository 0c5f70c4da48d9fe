/** Makes a mail's subject, text and HTML of an unsealed letter. */
@NullMarked
package org.lethe.mail.render;

import org.jspecify.annotations.NullMarked;
