import { expect, test } from 'vitest'
import { signedHeaders } from './sigv4.server'

// Amazon's published examples, with its published example keys.
const keys = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const now = new Date('2013-05-24T00:00:00Z')
const host = 'https://examplebucket.s3.amazonaws.com'

test('a part of an object is asked for as in the example "GET Object"', () => {
  const url = new URL('/test.txt', host)
  expect(signedHeaders({ method: 'GET', url, headers: { Range: 'bytes=0-9' } }, keys, now)).toEqual({
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  })
})

test('an object is stored as in the example "PUT Object", with a sign in its name that S3 wants escaped', () => {
  const headers = { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
  const content = Buffer.from('Welcome to Amazon S3.')
  const signed = signedHeaders({ method: 'PUT', url: new URL('/test$file.text', host), headers, content }, keys, now)
  expect(signed['x-amz-content-sha256']).toBe('44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072')
  expect(signed.authorization).toMatch(/Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/)
})

test.each([
  ['GET Bucket Lifecycle', '/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ['List Objects', '/?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  [
    'List Objects, in another order',
    '/?prefix=J&max-keys=2',
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('a question about the bucket is signed as in the example "%s"', (_, path, signature) => {
  const signed = signedHeaders({ method: 'GET', url: new URL(path, host) }, keys, now)
  expect(signed.authorization?.split('Signature=')[1]).toBe(signature)
})
