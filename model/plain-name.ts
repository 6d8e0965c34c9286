/** Letters and digits of a name in lower case: application-autoscaling, ApplicationAutoScaling and Application Auto Scaling are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
