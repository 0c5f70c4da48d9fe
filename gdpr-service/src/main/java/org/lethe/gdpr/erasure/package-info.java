/** Erasing a data subject: keys at once, remains with every service, then the receipt. */
@NullMarked
package org.lethe.gdpr.erasure;

import org.jspecify.annotations.NullMarked;
