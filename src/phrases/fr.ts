export const fr = {
  hello: 'Bonjour',
}
