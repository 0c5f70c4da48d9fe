/** What holds for every request: origins, body sizes, JSON. */
@NullMarked
package org.lethe.runtime.http;

import org.jspecify.annotations.NullMarked;
