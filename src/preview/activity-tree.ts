/** What an LMS makes of a manifest: the tree of activities that scorm-again's sequencer runs on. It reads what our manifests hold, and throws for anything else. */
import type { Scorm2004API } from 'scorm-again';
import { childrenOf, readTree, type Tree } from '../compiler/6-pack/tree.ts';

type Sequencing = NonNullable<NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>['sequencing']>;
export type ActivitySettings = NonNullable<Sequencing['activityTree']>;
type Objective = NonNullable<ActivitySettings['primaryObjective']>;
type Rules = NonNullable<ActivitySettings['sequencingRules']>;
type Rule = NonNullable<Rules['preConditionRules']>[number];
type Condition = Rule['conditions'][number];

const READ = ['imsss:controlMode', 'imsss:sequencingRules', 'imsss:rollupRules', 'imsss:objectives', 'imsss:deliveryControls'];

/** The activities of the default organization; each leaf by its item's identifier. */
export async function activityTree(xml: string): Promise<ActivitySettings> {
  const { root } = await readTree(xml);
  const [organization] = childrenOf(root, 'organizations').flatMap((each) => childrenOf(each, 'organization'));
  if (organization === undefined) throw new Error('the manifest has no organization');
  return activity(organization);
}

function activity(tree: Tree): ActivitySettings {
  const [sequencing] = childrenOf(tree, 'imsss:sequencing');
  const unread = sequencing?.children.filter(({ name }) => !READ.includes(name)) ?? [];
  if (unread.length > 0) throw new Error(`nobody reads ${unread.map(({ name }) => name).join(', ')}`);
  const child = (name: string): Tree | undefined => (sequencing === undefined ? undefined : childrenOf(sequencing, name)[0]);
  const objectives = child('imsss:objectives');
  const primary = objectives === undefined ? undefined : childrenOf(objectives, 'imsss:primaryObjective')[0];
  const flag = (name: string, attribute: string, otherwise: boolean): boolean => truth(child(name), attribute, otherwise);
  return {
    id: text(tree, 'identifier'),
    title: childrenOf(tree, 'title')[0]?.text ?? '',
    children: childrenOf(tree, 'item').map(activity),
    ...(primary === undefined ? {} : { primaryObjective: objective(primary, true) }),
    objectives: objectives === undefined ? [] : childrenOf(objectives, 'imsss:objective').map((each) => objective(each, false)),
    sequencingRules: rules(child('imsss:sequencingRules')),
    sequencingControls: {
      choice: flag('imsss:controlMode', 'choice', true),
      flow: flag('imsss:controlMode', 'flow', false),
      rollupObjectiveSatisfied: flag('imsss:rollupRules', 'rollupObjectiveSatisfied', true),
      rollupProgressCompletion: flag('imsss:rollupRules', 'rollupProgressCompletion', true),
      objectiveMeasureWeight: Number(child('imsss:rollupRules')?.attributes.get('objectiveMeasureWeight') ?? 1),
    },
    deliveryControls: {
      completionSetByContent: flag('imsss:deliveryControls', 'completionSetByContent', false),
      objectiveSetByContent: flag('imsss:deliveryControls', 'objectiveSetByContent', false),
    },
  };
}

function objective(tree: Tree, isPrimary: boolean): Objective {
  const least = childrenOf(tree, 'imsss:minNormalizedMeasure')[0]?.text;
  return {
    objectiveID: text(tree, 'objectiveID'),
    isPrimary,
    satisfiedByMeasure: truth(tree, 'satisfiedByMeasure', false),
    ...(least === undefined ? {} : { minNormalizedMeasure: Number(least) }),
    mapInfo: childrenOf(tree, 'imsss:mapInfo').map((map) => ({
      targetObjectiveID: text(map, 'targetObjectiveID'),
      readSatisfiedStatus: truth(map, 'readSatisfiedStatus', true),
      readNormalizedMeasure: truth(map, 'readNormalizedMeasure', true),
      writeSatisfiedStatus: truth(map, 'writeSatisfiedStatus', false),
      writeNormalizedMeasure: truth(map, 'writeNormalizedMeasure', false),
    })),
  };
}

function rules(tree: Tree | undefined): Rules {
  return { preConditionRules: (tree === undefined ? [] : childrenOf(tree, 'imsss:preConditionRule')).map(rule) };
}

/** The words of the schema are those of scorm-again. */
function rule(tree: Tree): Rule {
  const [conditions] = childrenOf(tree, 'imsss:ruleConditions');
  return {
    action: text(childrenOf(tree, 'imsss:ruleAction')[0], 'action') as Rule['action'],
    conditionCombination: text(conditions, 'conditionCombination') as 'any',
    conditions: (conditions === undefined ? [] : childrenOf(conditions, 'imsss:ruleCondition')).map((condition) => ({
      condition: text(condition, 'condition') as Condition['condition'],
      operator: text(condition, 'operator') as NonNullable<Condition['operator']>,
      referencedObjective: text(condition, 'referencedObjective'),
    })),
  };
}

const text = (tree: Tree | undefined, attribute: string): string => tree?.attributes.get(attribute) ?? '';
const truth = (tree: Tree | undefined, attribute: string, otherwise: boolean): boolean => (tree?.attributes.get(attribute) ?? String(otherwise)) === 'true';
