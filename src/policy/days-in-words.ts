const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const year = "(?:19\\d\\d|2\\d{3})";
const dash = "[-\\p{Pd}/._]";

/** Days as people write them: 2027-6-3, 3.6.2027, 20270603, June 3rd, 2027, 3 June 2027, Jun 2027. */
const days = [
  `${year}\\s?${dash}\\s?\\d{1,2}(?:\\s?${dash}\\s?\\d{1,2})?`,
  `\\d{1,2}\\s?${dash}\\s?\\d{1,2}\\s?${dash}\\s?${year}`,
  `${year}[01]\\d[0-3]\\d`,
  `${month}\\.?\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*${year})?`,
  `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${month}\\.?,?\\s*(?:${year})?`,
  `${month}\\.?,?\\s*${year}`,
];
/** What only a word such as "until" before it makes a day. */
const spans = [
  `(?:(?:the )?(?:end|start|middle) of )?(?:q[1-4]\\s*|h[12]\\s*)?${year}(?:\\s*q[1-4])?`,
  "tomorrow|tonight|(?:next|this) \\w+|(?:the )?end of (?:the |this |next )?\\w+",
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
];
const until = "until+|un+til|till?|expir\\w*";

const endings = [
  `(?<![\\w.])(?:${days.join("|")})`,
  `\\b(?:${until}|thru|through|before|by|ends?|valid)\\b\\W{0,3}(?:on |at |the )?(?:${spans.join("|")})`,
  `;\\s*(?:${until})(?![a-z]).*`,
];
const dayAtEnd = new RegExp(`(?:${endings.join("|")})\\W*$`, "iu");

/** The end of a text where it looks like a day, in whatever form; `undefined` where it does not. Only what is last counts: a day within a sentence is a reason. */
export function findDayAtEnd(text: string): string | undefined {
  return dayAtEnd.exec(text.normalize("NFKC").slice(-longest))?.[0];
}

/** Nobody writes a day with more characters. */
const longest = 80;
