/** LMSs by name: which target suits each, and what is known about it, with where it is known from. */
import type { Target } from './targets.ts';

export interface Claim {
  text: string;
  /** `measured`: packages were run in it; `read`: in its source code; `reported`: said by its maker or its users, not tried. */
  kind: 'measured' | 'read' | 'reported';
  source: string;
}

/** What a package does otherwise for an LMS, because of something known about it. */
export interface Habits {
  /** In packages for these targets, leaving a course that is done ends the attempt: the LMS ignores the status of one that was suspended. */
  endsWhenDone?: readonly Target[];
}

export interface LmsProfile {
  title: string;
  target: Target;
  /** Why this target and no other. */
  why: Claim;
  /** What to do to import a package, in order; empty where nobody has written it down. */
  steps: readonly Claim[];
  /** What is recorded, and what to mind. */
  claims: readonly Claim[];
  habits?: Habits;
}

const MOODLE = 'Moodle 4.2.3, Chromium 156';
const ILIAS = 'ILIAS 5.4.21, its SCORM 2004 player, Chromium 156';

export const LMS_PROFILES = {
  moodle: {
    title: 'Moodle',
    target: 'scorm12',
    why: { kind: 'measured', source: MOODLE, text: 'The report of interactions shows answers of SCORM 1.2 only; those of SCORM 2004 stand under “Track details”.' },
    steps: [
      { kind: 'reported', source: 'docs.moodle.org/401/en/SCORM_settings', text: 'Turn editing on, choose “Add an activity or resource”, then “SCORM package”.' },
      { kind: 'reported', source: 'docs.moodle.org/401/en/SCORM_settings', text: 'Drop the zip into the box “Package”, as it is; Moodle unpacks it itself.' },
      { kind: 'reported', source: 'grok.lsu.edu, article 19268', text: 'Under “Grade” choose “Highest grade” and 100 as the maximum: “Learning objects” would count finished objects, and there is one.' },
      { kind: 'reported', source: 'docs.moodle.org/401/en/SCORM_settings', text: 'Under “Attempts management” allow as many as you like, and save.' },
    ],
    claims: [
      { kind: 'measured', source: MOODLE, text: 'Frame and new window both work, through the chain of parent windows.' },
      { kind: 'measured', source: MOODLE, text: 'After completion a relaunch is for review; writing would still be accepted, so the course itself writes nothing then.' },
      { kind: 'measured', source: MOODLE, text: 'A manifest with a mastery score turns a half-finished course into “failed”; packages of Lectern have none in SCORM 1.2.' },
      { kind: 'measured', source: MOODLE, text: 'Stored progress may have 64,000 characters, and 4,096 in strict mode; the package stays below 4,096 bytes.' },
      { kind: 'read', source: 'mod/scorm/datamodels/scorm_12.js', text: 'The grade is score.raw as it stands; a share alone would be 0.' },
      { kind: 'read', source: 'mod/scorm', text: 'Each answer posts about ten form fields; on hosts with max_input_vars=1000 the rest of a very long list is dropped.' },
      { kind: 'reported', source: 'docs.moodle.org, SCORM FAQ', text: 'SCORM 2004 is not supported as a whole; sequencing is not implemented. Frames on iOS give trouble: choose a new window there.' },
    ],
  },
  ilias: {
    title: 'ILIAS',
    target: 'scorm2004-4th',
    why: { kind: 'measured', source: ILIAS, text: 'Its SCORM 2004 player takes the package with answers, objectives and 64,000 characters of progress; its SCORM 1.2 player keeps 4,096.' },
    steps: [
      { kind: 'reported', source: 'iliastutorials.com, SCORM learning module, presentation mode', text: 'In a course, group or category add a “SCORM/AICC learning module”, and import the zip there; the other way, authoring, is for modules made in ILIAS.' },
      { kind: 'reported', source: 'iliastutorials.com, SCORM learning module, presentation mode', text: 'On the tab “Settings” say how it opens; then set it online.' },
    ],
    claims: [
      { kind: 'measured', source: ILIAS, text: 'What is set only while the page closes is lost in Chromium; the course saves after every answer, so that nothing waits for the end.' },
      { kind: 'measured', source: ILIAS, text: 'One rejected id of an answer makes all later answers fail; ids of Lectern have letters, digits, dot, hyphen and underscore only.' },
      { kind: 'measured', source: ILIAS, text: 'The mode stays “normal” after completion.' },
      { kind: 'reported', source: 'ILIAS-eLearning/ILIAS#2770', text: 'The loss while closing is known there.' },
    ],
  },
  docebo: {
    title: 'Docebo',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'help.docebo.com, article 360020128479', text: 'SCORM 1.2 and SCORM 2004 3rd Edition are taken; the second keeps 64,000 characters of progress instead of 4,096.' },
    steps: [
      { kind: 'reported', source: 'docebo.com, knowledge base, Uploading and Managing SCORM Learning Objects', text: 'Open the course in Course Management, and its tab “Training Material”.' },
      { kind: 'reported', source: 'docebo.com, knowledge base, Uploading and Managing SCORM Learning Objects', text: 'Choose “Add Training Material”, then “SCORM”, and upload the zip.' },
    ],
    claims: [
      { kind: 'reported', source: 'help.docebo.com, article 360020128479', text: 'Sequencing is not supported; the package needs none.' },
      { kind: 'reported', source: 'help.docebo.com', text: 'Zips that hold files a server could run (.php, .py, .sh, .jsp …) are refused; Lectern refuses to pack them.' },
    ],
  },
  cornerstone: {
    title: 'Cornerstone',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'help.csod.com, Create New Publication', text: 'SCORM 2004 3rd Edition is the edition implemented.' },
    steps: [
      { kind: 'reported', source: 'help.csod.com, Quick Start Guide, Uploading Courses via Course Publisher', text: 'Go to Content, then Course Publisher, and follow “Create New Publication”; that needs a content licence. Newer portals have the Content Uploader instead.' },
      { kind: 'reported', source: 'help.csod.com, Quick Start Guide, Uploading Courses via Course Publisher', text: 'Upload the zip; up to 250 MB is recommended.' },
      { kind: 'reported', source: 'help.csod.com, Quick Start Guide, Uploading Courses via Course Publisher', text: 'Try it in the pilot portal with a learning assignment, then publish.' },
    ],
    claims: [
      { kind: 'reported', source: 'adaptlearning/adapt_framework#2222', text: 'A Commit while the page closes answers nothing; the course ends with Terminate alone, which saves by itself.' },
      { kind: 'reported', source: 'adaptlearning/adapt_framework#2604', text: 'A status told before the score reports 0; the course tells the score first.' },
      { kind: 'reported', source: 'help.csod.com', text: 'A side menu is shown beside the course; it has one entry.' },
      { kind: 'reported', source: 'community.articulate.com, Everything we know about Cornerstone', text: 'Courses of SCORM 1.2 cannot be chosen in several of its reports.' },
    ],
  },
  successfactors: {
    title: 'SAP SuccessFactors Learning',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'SAP KBA 3403728', text: 'SCORM 2004 is played with its sequencing rules; which editions is not said there, and the 3rd is taken wherever the 4th is.' },
    steps: [
      { kind: 'reported', source: 'broadspectrumhrs.zohodesk.com, Import SCORM Online Content', text: 'In Learning Administration choose “Content”, then “Import Content”, and “Next”.' },
      { kind: 'reported', source: 'broadspectrumhrs.zohodesk.com, Import SCORM Online Content', text: 'Browse to the zip, as it is; give it a name of no more than 30 characters and without special ones before.' },
      { kind: 'reported', source: 'broadspectrumhrs.zohodesk.com, Import SCORM Online Content', text: 'Take “Add New Content”, also for a new version, whose address is then given to the item.' },
    ],
    claims: [
      { kind: 'reported', source: 'SAP KBA 3403728', text: 'Without the rule that the content decides, leaving marks a course complete; the manifest has that rule.' },
      { kind: 'reported', source: 'SAP KBA 2805176 and 2808684', text: 'The course may run below pages of another origin; the search for the API goes on past them.' },
      { kind: 'reported', source: 'SAP KBA 2978409', text: 'The session of the suite ends after 30 minutes without a sign; what could not be saved is said, and tried again.' },
      { kind: 'reported', source: 'SAP KBA 2978409', text: 'Staying long on its page “Content Structure” can break the connection while the course goes on in its own window.' },
      { kind: 'reported', source: 'idnet.bayer.com', text: 'Addresses are case-sensitive and take no special characters; names in the package are plain small letters.' },
    ],
  },
  scormcloud: {
    title: 'SCORM Cloud',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'All standards are played in full; the 4th Edition tells most.' },
    steps: [
      { kind: 'reported', source: 'user-guide.cloud.scorm.com', text: 'Import the zip as a course, launch it from the library to try it, and make a registration for each learner.' },
    ],
    claims: [
      { kind: 'reported', source: 'support.scorm.com, article 206169336', text: 'A time with a zone but without a fraction of a second is refused; times of Lectern have two decimals.' },
      { kind: 'reported', source: 'support.scorm.com', text: 'Progress of learners is lost when a course is moved instead of given a new version.' },
    ],
  },
  blackboard: {
    title: 'Blackboard Learn',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'It plays SCORM with the engine of SCORM Cloud.' },
    steps: [
      { kind: 'reported', source: 'academic-technology-services.scrollhelp.site, Adding SCORM content (Ultra view)', text: 'On the page “Course Content” choose the plus, “Create”, “SCORM package”, and upload the zip.' },
      { kind: 'reported', source: 'academic-technology-services.scrollhelp.site, Adding SCORM content (Ultra view)', text: 'Under “Grading & Submissions” allow more than one attempt.' },
      { kind: 'reported', source: 'academic-technology-services.scrollhelp.site, Adding SCORM content (Ultra view)', text: 'Choose “Grade SCORM”, with 100 as the maximum: this cannot be changed after the import.' },
    ],
    claims: [
      { kind: 'reported', source: 'academic-technology-services.scrollhelp.site, Adding SCORM content (Ultra view)', text: 'With several attempts the last one that has a grade counts, and that cannot be changed.' },
      { kind: 'reported', source: 'PreTeXtBook/pretext#3040', text: 'Progress that is too long is dropped as a whole without a word; the build proves that it fits.' },
    ],
  },
  canvas: {
    title: 'Canvas',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'scorm.com (Rustici Engine)', text: 'Its SCORM tool is built on the engine of SCORM Cloud.' },
    steps: [
      { kind: 'reported', source: 'community.canvaslms.com, SCORM to Require Signed Launch Links', text: 'Open “SCORM” in the course’s navigation and upload the zip there; a link to its files from a page is not enough since 2021.' },
    ],
    claims: [{ kind: 'reported', source: 'PreTeXtBook/pretext#3040', text: 'Times that end in Z without a fraction are refused, and setting “completed” half-way ends a single attempt: allow several attempts.' }],
  },
  chamilo: {
    title: 'Chamilo',
    target: 'scorm12',
    why: { kind: 'reported', source: 'docs.chamilo.org, teacher’s manual 1.11, AICC and SCORM', text: 'SCORM 1.2 only; of SCORM 2004 parts of the calls are there, and nobody vouches for them.' },
    steps: [
      { kind: 'reported', source: 'docs.chamilo.org, teacher’s manual 1.11, AICC and SCORM', text: 'In the course open “Learning paths” (“Lessons” in some versions) and press the icon for importing.' },
      { kind: 'reported', source: 'docs.chamilo.org, teacher’s manual 1.11, AICC and SCORM', text: 'Choose the zip and send it; the course stands in the list at once.' },
    ],
    claims: [
      { kind: 'reported', source: 'chamilo/chamilo-lms#3076', text: 'Results at the closing of a tab were lost; the course saves after every answer.' },
      { kind: 'reported', source: 'docs.chamilo.org, teacher’s manual 1.11, AICC and SCORM', text: 'Objectives and answers are not kept everywhere.' },
    ],
  },
  latitude: {
    title: 'Latitude Learning',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'help.latitudelearning.com, Add eLearning Courses', text: 'SCORM 1.2 and SCORM 2004 up to the 3rd Edition are taken.' },
    steps: [
      { kind: 'reported', source: 'help.latitudelearning.com, Add eLearning Courses', text: 'Add a course, choose “eLearning” as its delivery method and save it: only then the tabs for its content appear.' },
      { kind: 'reported', source: 'support.latitudelearning.com, Why didn’t my SCORM package load?', text: 'Give it a course code of plain letters, digits, hyphens and underscores, and load the zip under the name that it has.' },
    ],
    claims: [
      { kind: 'reported', source: 'help.latitudelearning.com, Add eLearning Courses', text: 'Both ways of reporting a result work, passed or incomplete and passed or failed.' },
      { kind: 'reported', source: 'support.latitudelearning.com, Why didn’t my SCORM package load?', text: 'Letters beyond plain English ones, in titles or in answers, may keep a package from loading: where yours has them, try it early. Names of files and ids are plain in every package.' },
      { kind: 'reported', source: 'support.latitudelearning.com, Why didn’t my SCORM package load?', text: 'A zip may have 500 MB; an older page says 360.' },
      { kind: 'reported', source: 'support.latitudelearning.com, Why didn’t my SCORM package load?', text: 'The manifest has to lie at the root of the zip, which is where it is.' },
    ],
  },
  brightspace: {
    title: 'Brightspace (D2L)',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'D2L instructor help, About SCORM', text: 'SCORM 1.2 and SCORM 2004 are taken; which editions of 2004 is not said there, and the 3rd is taken wherever the 4th is.' },
    steps: [
      { kind: 'reported', source: 'community.d2l.com, Set up the new SCORM solution', text: 'An administrator makes the tool “Content Service” available once, with the permissions to add and to view SCORM objects.' },
      { kind: 'reported', source: 'D2L instructor help, About SCORM', text: 'In the content of the course, open the module that the lesson belongs to and upload the zip as a new SCORM object.' },
    ],
    claims: [
      { kind: 'reported', source: 'community.d2l.com, Publish legacy SCORM objects', text: 'The older player sets a grade of SCORM 1.2 only at LMSFinish, and only when raw and max are there; both are always sent.' },
      { kind: 'reported', source: 'community.d2l.com, Set up the new SCORM solution', text: 'There are two players, an older and a newer one; using both in one course is advised against.' },
    ],
  },
  talentlms: {
    title: 'TalentLMS',
    target: 'scorm12',
    why: { kind: 'reported', source: 'support.talentlms.com, supported eLearning protocols', text: 'SCORM 1.2, Tin Can and cmi5 are taken, SCORM 2004 is not named; SCORM 1.2 needs nothing to be switched on.' },
    steps: [
      { kind: 'reported', source: 'help.talentlms.com, article 9651373731356', text: 'As an instructor edit the course, choose “Add”, “Learning Activities”, “SCORM | xAPI | cmi5”.' },
      { kind: 'reported', source: 'help.talentlms.com, article 9651373731356', text: 'Upload the zip, give the unit its name and publish it.' },
    ],
    claims: [
      { kind: 'reported', source: 'help.talentlms.com, article 9651373731356', text: 'The package for cmi5 is taken too, when xAPI is switched on under Account & Settings; its answers then stand in the report “Timeline”.' },
    ],
  },
  learnupon: {
    title: 'LearnUpon',
    target: 'scorm12',
    why: { kind: 'reported', source: 'support.learnupon.com, article 360004011118', text: 'SCORM 1.2 and SCORM 2004 (3rd and 4th Edition) are taken; the report of answers exists for SCORM 1.2 only.' },
    steps: [{ kind: 'reported', source: 'support.learnupon.com, article 360004011118', text: 'Upload the zip as a SCORM module of a course, and publish the course.' }],
    claims: [
      { kind: 'reported', source: 'support.learnupon.com, article 360004011118', text: 'Of SCORM 2004 a single SCO is supported: leave packaging as it is.' },
      { kind: 'reported', source: 'support.learnupon.com, article 26992585729693', text: 'When a package is replaced, you choose whether learners under way keep their progress; they may, because stored progress outlives a new version.' },
    ],
  },
  absorb: {
    title: 'Absorb LMS',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'support.absorblms.com, article 4946744843539', text: 'SCORM 1.2, SCORM 2004 and Tin Can are taken; which editions of 2004 is not said there, and the 3rd is taken wherever the 4th is.' },
    steps: [{ kind: 'reported', source: 'support.absorblms.com, article 4946744843539', text: 'Import the zip into a new online course, or add it as a learning object to one that exists.' }],
    claims: [
      { kind: 'reported', source: 'support.absorblms.com, article 33969531859731', text: 'Answers and objectives are among the elements that are kept, in SCORM 1.2 too.' },
      { kind: 'reported', source: 'support.absorblms.com, article 4946744843539', text: 'Packages that only point to content elsewhere (dispatch) are refused; these bring everything along.' },
    ],
  },
  tovuti: {
    title: 'Tovuti',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'help.tovutilms.com, article 4413651362573', text: 'SCORM 1.2, SCORM 2004 (2nd to 4th Edition) and xAPI are taken, cmi5 is not.' },
    steps: [
      { kind: 'reported', source: 'help.tovutilms.com, article 4413651362573', text: 'Go to Content Creation, “eLearning Packages”, “New”, choose a title and browse for the zip.' },
      { kind: 'reported', source: 'help.tovutilms.com, article 4413651362573', text: 'Set the height of the frame under “Settings”; then add the package to a lesson.' },
    ],
    claims: [{ kind: 'reported', source: 'help.tovutilms.com, article 4413651362573', text: 'Packages with more than one SCO are refused: leave packaging as it is.' }],
  },
  openedx: {
    title: 'Open edX, with the SCORM XBlock',
    target: 'scorm2004-4th',
    why: { kind: 'reported', source: 'github.com/overhangio/openedx-scorm-xblock', text: 'SCORM 1.2 and SCORM 2004 are taken; reports for staff show all data of SCORM.' },
    steps: [
      { kind: 'reported', source: 'github.com/overhangio/openedx-scorm-xblock', text: 'In Studio, under “Advanced Settings”, add "scorm" to the “Advanced Module List” once.' },
      { kind: 'reported', source: 'github.com/overhangio/openedx-scorm-xblock', text: 'In a unit choose “Advanced”, “Scorm”, and edit the new component.' },
      { kind: 'reported', source: 'docs.upskilled.ai, SCORM', text: 'Choose the zip; set “Scored” to True, with a weight, where the course has graded questions.' },
    ],
    claims: [
      { kind: 'reported', source: 'overhangio/openedx-scorm-xblock#110', text: 'Completions were lost in some versions: try yours before you promise anything.' },
      { kind: 'reported', source: 'docs.upskilled.ai, SCORM', text: 'One component for each unit; it is not shown in the mobile app.' },
    ],
  },
  sumtotal: {
    title: 'SumTotal',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'infosemantics.com.au, SumTotal', text: 'SCORM 1.2 and SCORM 2004 are taken; with SCORM 1.2 passed and failed are not kept, only complete and incomplete.' },
    steps: [
      { kind: 'reported', source: 'calstate.screenstepslive.com, article 1658199', text: 'Under “Administration” open “Learning Activities” and press “File Upload”, not “New Activity”.' },
      { kind: 'reported', source: 'calstate.screenstepslive.com, article 1658199', text: 'Choose a single file and the staging area, browse to the zip, and press “Upload Files”, then “Next”.' },
      { kind: 'reported', source: 'calstate.screenstepslive.com, article 1658199', text: 'Give name and code on the page of properties; a code may exist only once.' },
    ],
    claims: [
      { kind: 'reported', source: 'desitsupport4u.des.wa.gov, article 1500005517102', text: 'A course can be replaced by a package of the very same edition only, and records change over night.' },
      { kind: 'reported', source: 'kb.icomproductions.ca, SumTotal Learn', text: 'Version 8 replaces files of a course and not its manifest; files must not be added. A new version of a course may have to be a new activity.' },
    ],
  },
  saba: {
    title: 'Saba',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'Saba, Using SCORM-Compliant Content With Saba, version 2.0', text: 'SCORM 1.2 and SCORM 2004 are taken, the latter up to the 3rd Edition.' },
    steps: [
      { kind: 'reported', source: 'Saba, Using SCORM-Compliant Content With Saba, version 2.0', text: 'Import the zip as content; the guide has a chapter “Importing Content” for it, and names a “Content Compliance Test Tool” among its tools for problems.' },
      { kind: 'reported', source: 'kb.icomproductions.ca, Saba', text: 'Where the course has no graded questions, leave “Is Scoring” off in its properties, so that its completion counts.' },
    ],
    claims: [
      { kind: 'reported', source: 'kb.icomproductions.ca, Saba', text: 'Version 5.4 ignores the status of a SCORM 1.2 course that was left suspended. A package made with --lms saba --target scorm12 ends the attempt when a course that is done is left.' },
      { kind: 'reported', source: 'kb.icomproductions.ca, Saba', text: 'A mastery score of a course without a quiz keeps it from the transcript; there is none in the manifest then.' },
      { kind: 'reported', source: 'adapt-stateful-session.js, a comment', text: 'The interfaces of SCORM 1.2 and 2004 are both there; a package looks only for the one that it was built for.' },
    ],
    habits: { endsWhenDone: ['scorm12'] },
  },
  workday: {
    title: 'Workday Learning',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'rockstars.elearningbrothers.com, discussion 441024', text: 'Courses of SCORM 2004 are played; which editions is not said there, and the 3rd is taken wherever the 4th is.' },
    steps: [
      { kind: 'reported', source: 'samawds.com, Workday Advanced Learning Management System Configuration', text: 'The package becomes the content of a lesson, and the lesson part of a course.' },
      { kind: 'reported', source: 'docs.stackone.com, Workday LMS integration', text: 'Let the content require an enrolment.' },
    ],
    claims: [
      { kind: 'reported', source: 'docs.stackone.com, Workday LMS integration', text: 'Opening a course that is one lesson without an enrolment completes it in Workday, whatever it reports: require enrolment.' },
      { kind: 'reported', source: 'rockstars.elearningbrothers.com, discussion 441024', text: 'A course may have to report a score to be completed; one without graded questions reports none. Give it at least one.' },
    ],
  },
  sakai: {
    title: 'Sakai, with its SCORM player',
    target: 'scorm2004-3rd',
    why: { kind: 'reported', source: 'sakaiproject.atlassian.net, SCORM 2004 3rd Edition Tool', text: 'The player is one for SCORM 2004 3rd Edition.' },
    steps: [
      { kind: 'read', source: 'sakaiproject/sakai, scormplayer, the words of its pages', text: 'In the SCORM player of the site choose “Upload”, take the zip as “File To Upload”, and press “Upload Now”.' },
      { kind: 'read', source: 'sakaiproject/sakai, scormplayer, the words of its pages', text: 'On “Configure Learning Content Package” set “Number Of Tries” to “Unlimited”, and tick “Synchronize score to Gradebook?” where the score shall count.' },
    ],
    claims: [
      { kind: 'read', source: 'sakaiproject/sakai, scormplayer, the words of its pages', text: 'A package without its schemas at the root is refused; they are there.' },
      { kind: 'reported', source: 'sakaiproject.atlassian.net, Sakai SCORM Support (2010)', text: 'Import was slow, results did not reach the gradebook, and nobody looked after the player at that time: ask which one you have.' },
      { kind: 'reported', source: 'sakaiproject/sakai#14569', text: 'Results at the closing of a tab were lost; the course saves after every answer.' },
    ],
  },
} as const satisfies Record<string, LmsProfile>;

/** Whether a package for that LMS and target ends the attempt when a course that is done is left. */
export function endsWhenDone(lms: LmsName, target: Target): boolean {
  const { habits }: LmsProfile = LMS_PROFILES[lms];
  return habits?.endsWhenDone?.includes(target) ?? false;
}

export type LmsName = keyof typeof LMS_PROFILES;
export const LMS_NAMES = Object.keys(LMS_PROFILES) as LmsName[];

export function isLms(text: string): text is LmsName {
  return Object.hasOwn(LMS_PROFILES, text);
}
