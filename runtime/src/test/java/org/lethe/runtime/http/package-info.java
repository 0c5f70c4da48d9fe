/** Tests. */
@NullMarked
package org.lethe.runtime.http;

import org.jspecify.annotations.NullMarked;
