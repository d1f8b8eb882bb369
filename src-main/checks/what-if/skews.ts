/** Seconds; the first that passes is the smallest that would do. A day is the most that anyone's clock explains. */
const skews = [120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400]

export const skewsBeyond = (seconds: number): readonly number[] => skews.filter((skew) => skew > seconds)
